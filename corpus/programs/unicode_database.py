# unicodedata: names, sequences, properties, normal forms; of Unicode 3.2 too; and the codecs that stand on it.
import unicodedata


def attempt(call, *args):
    try:
        return ascii(call(*args))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


points = '\0 aZ5é²½Ⅷ٣あア한가\u0221\u0300\u0345\u1100\u2126\ufb01\ud800\ue000\uf900\uffff\U0001d15e\U0001f600\U0002f868\U00017000\U00018b00\U0001b170\U000f0000\U0010ffff'
for database in (unicodedata, unicodedata.ucd_3_2_0):
    print(database.unidata_version)
    for char in points:
        answers = [getattr(database, name)(char) for name in ('category', 'bidirectional', 'combining', 'mirrored', 'east_asian_width', 'decomposition')]
        print(f'{ord(char):04X}', *answers, *(getattr(database, name)(char, None) for name in ('decimal', 'digit', 'numeric', 'name')))
    for form in ('NFC', 'NFD', 'NFKC', 'NFKD'):
        for text in (points, 'q\u0323\u0301\u0307', 'a\u0301\u0323\u0301', '\u1100\u1161\u11a8\u11a8', '\uac00\u11a7\u11a8', '\u0344\u0385\u212b', 'e\ud800\u0301'):
            print(form, ascii(database.normalize(form, text)), database.is_normalized(form, text))

for name in (
    'BULLET', 'bullet', 'Latin Small Letter A With Ogonek', 'KEYCAP DIGIT ONE', 'keycap digit one', 'TAMIL SYLLABLE KSSAU', 'NUL', 'BOM', 'VS256', 'zwj',
    'CJK UNIFIED IDEOGRAPH-4E00', 'cjk unified ideograph-4e00', 'CJK UNIFIED IDEOGRAPH-04E00', 'CJK UNIFIED IDEOGRAPH-20000', 'CJK UNIFIED IDEOGRAPH-4e00',
    'CJK COMPATIBILITY IDEOGRAPH-F900', 'cjk compatibility ideograph-f900', 'CJK COMPATIBILITY IDEOGRAPH-0F900', 'khitan small script character-18b00',
    'HANGUL SYLLABLE GAG', 'hangul syllable gag', 'HANGUL SYLLABLE ', 'TANGUT IDEOGRAPH-17000', '', 'x\0y', 'X' * 256, 'X' * 257, b'BULLET', bytearray(b'bullet'), 1,
):
    print(attempt(unicodedata.lookup, name), attempt(unicodedata.ucd_3_2_0.lookup, name))
print('\N{bullet}\N{zwj}\N{VS1}'.encode('ascii', 'namereplace'), attempt(eval, r"'\N{KEYCAP DIGIT ONE}'"), attempt(eval, r"'\N{hangul syllable ga}'"))
print(attempt(unicodedata.UCD), attempt(unicodedata.normalize, 'NFX', 'é'), attempt(unicodedata.normalize, 'NFX', ''), attempt(unicodedata.name, 'ab'), attempt(unicodedata.name, '\ue000'))
print('aé€\U0001f600\ud800\ue000'.encode('ascii', 'namereplace'), 'é'.encode('latin-1', 'namereplace'))
print(all(unicodedata.lookup(unicodedata.name(char)) == char for char in map(chr, range(0x20, 0x3000)) if unicodedata.name(char, None)))

print('bücher.example'.encode('idna'), b'xn--bcher-kva.example'.decode('idna'), attempt(str.encode, 'ok\u0221', 'idna'))
