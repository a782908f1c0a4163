# An error handler may put other input under the decoder, which goes on in it.
import codecs


def replacing(text, made, resume=0):
    def handler(error):
        error.object = made
        return text, resume
    return handler


def attempt(data, encoding, handler):
    codecs.register_error('test.mutating', handler)
    try:
        print(encoding, ascii(data.decode(encoding, 'test.mutating')))
    except Exception as error:
        print(encoding, type(error).__name__, error)


for encoding, unit, data, made in (
    ('ascii', 1, b'a\xff', b'fresh'), ('ascii', 1, b'\xffabcdefgh', b''), ('utf-8', 1, b'\xff', b'xyz'),
    ('utf-8', 1, b'abc\xe2\x82', b'x'), ('utf-7', 1, b'+\x80', b'+AOk-!'), ('utf-16-le', 2, b'\x00\xdc', b'a\0b\0c\0'),
    ('utf-16', 2, b'\xff\xfe\x00', b'z\0'), ('utf-32', 4, b'\0' * 3, b'a\0\0\0' * 3), ('utf-32-be', 4, b'\xff' * 4, b'\0\0\0q'),
    ('unicode_escape', 1, b'\\u12', b'ok\\x41'), ('raw_unicode_escape', 1, b'\\u12', b'ok\\u0041'),
    ('unicode_escape', 1, b'tail\\', b'\\t-'), ('cp1252', 1, b'\x81\x90', b'done'),
):
    for resume in (0, unit, -unit, len(made), len(made) + 1, -len(made) - 1, 1 << 70):
        attempt(data, encoding, replacing('<?>', made, resume))


def stepping(error):
    seen.append((id(error) == seen_id.setdefault('id', id(error)), error.start, error.end, error.object, error.reason))
    error.object = error.object[:-1]
    return '.', error.end if error.end <= len(error.object) else len(error.object)


seen, seen_id = [], {}
attempt(b'\xff\xfeabc\xfd\xfc', 'utf-8', stepping)
print(*seen, sep='\n')


def unset(error):
    del error.object
    return '', 1


def unsuitable(error):
    error.object = bytearray(b'x')
    return '', 1


attempt(b'\xff', 'utf-8', unset)
attempt(b'\xff', 'ascii', unsuitable)

# What an encoder is given cannot be exchanged, only resumed.
def encoding_handler(error):
    error.object = 'replaced'
    return '?', resume


codecs.register_error('test.encoding', encoding_handler)
for encoding in ('ascii', 'latin-1', 'utf-8', 'utf-16', 'cp1252'):
    for resume in (2, 3, -1, 4, -4):
        try:
            print(encoding, 'a\udc80b'.encode(encoding, 'test.encoding'))
        except Exception as error:
            print(encoding, type(error).__name__, error)
