# zlib bytes, gzip, zip and tar archives, import from a compressed archive, files that nobody closes.
import copy
import gzip
import hashlib
import io
import os
import sys
import tarfile
import tempfile
import zipfile
import zlib

text = b"".join(b"line %d of a text that repeats itself\n" % (i * i % 37) for i in range(2000))


def digest(data):
    return len(data), hashlib.sha256(data).hexdigest()[:16]


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


print(zlib.crc32(text), zlib.adler32(text), zlib.crc32(b"b", zlib.crc32(b"a")), zlib.adler32(b"", -1))
for level in range(-1, 10):
    print(level, digest(zlib.compress(text, level)), digest(zlib.compress(text, level, -15)))
for strategy in (zlib.Z_FILTERED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE, zlib.Z_FIXED):
    for window, memory in ((15, 8), (31, 9), (9, 1), (-10, 5)):
        c = zlib.compressobj(6, zlib.DEFLATED, window, memory, strategy)
        print(strategy, window, memory, digest(c.compress(text) + c.flush()))

c = zlib.compressobj(zdict=b"line of a text")
parts = [c.compress(text[:999]), c.flush(zlib.Z_SYNC_FLUSH), c.compress(text[999:1500]), c.flush(zlib.Z_FULL_FLUSH)]
other = copy.copy(c)
whole = b"".join(parts) + c.compress(text[1500:]) + c.flush()
short = b"".join(parts) + other.flush()
print(digest(whole), digest(short))
d = zlib.decompressobj(zdict=b"line of a text")
print(d.decompress(short, 40), len(d.unconsumed_tail), d.eof)
twin = d.copy()
print(d.decompress(d.unconsumed_tail + b"after") == text[40:1500], d.eof, d.unused_data, d.unconsumed_tail)
print(twin.decompress(twin.unconsumed_tail, 7), len(twin.flush()), twin.eof)

packed = zlib.compress(b"abc" * 100)
attempt(lambda: zlib.decompress(packed[:-1]))
attempt(lambda: zlib.decompress(packed[:-1] + b"?"))
attempt(lambda: zlib.decompress(b"not compressed"))
attempt(lambda: zlib.decompress(whole))
attempt(lambda: zlib.decompressobj(zdict=b"other").decompress(whole))
attempt(lambda: zlib.decompress(b"\7" * 9, -15))
attempt(lambda: zlib.decompress(packed, bufsize=-1))
attempt(lambda: zlib.compress(text, 10))
attempt(lambda: zlib.compressobj(1, 7))
attempt(lambda: zlib.decompressobj().decompress(b"", -1))
attempt(lambda: type(zlib.compressobj())())

one = zlib._ZlibDecompressor()
print(one.decompress(packed[:4], 1), one.needs_input, one.decompress(packed[4:], 5), one.needs_input, one.eof)
print(len(one.decompress(b"rest")), one.eof, one.unused_data)
attempt(lambda: one.decompress(b""))

zipped = gzip.compress(text, mtime=0)
print(digest(zipped), gzip.decompress(zipped + zipped) == text * 2)
attempt(lambda: gzip.decompress(zipped[:-3]))
with gzip.open(io.BytesIO(zipped), "rt") as lines:
    print(lines.readline(), sum(1 for _ in lines))

with tempfile.TemporaryDirectory() as folder:
    archive = os.path.join(folder, "a.zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
        z.writestr(zipfile.ZipInfo("inside_archive.py"), "def greet():\n    return 'hello from ' + __name__\n", zipfile.ZIP_DEFLATED)
        z.writestr("text.txt", text)
    with zipfile.ZipFile(archive) as z:
        print(z.testzip(), [(i.filename, i.file_size, i.compress_size) for i in z.infolist()])
        print(z.read("text.txt") == text)
        with z.open("text.txt") as member:
            member.seek(100)
            print(member.read(30))
    sys.path.insert(0, archive)
    import inside_archive

    print(inside_archive.greet(), type(inside_archive.__loader__).__name__)

    name = os.path.join(folder, "a.tar.gz")
    with tarfile.open(name, "w:gz") as t:
        info = tarfile.TarInfo("folder/text.txt")
        info.size = len(text)
        t.addfile(info, io.BytesIO(text))
    with tarfile.open(name) as t:
        print(t.getnames(), t.extractfile("folder/text.txt").read() == text)
