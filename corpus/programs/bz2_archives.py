# bz2: what it writes is what bzip2 writes, and what it reads comes in pieces of any size.
import bz2
import hashlib
import io
import tarfile
import zipfile

texts = {
    "nothing": b"",
    "a letter": b"a",
    "runs": b"a" * 3 + b"b" * 4 + b"c" * 5 + b"d" * 255 + b"e" * 256 + b"f" * 1000,
    "repeated": b"abc" * 400,
    "words": " ".join(str(number * number) for number in range(3000)).encode(),
    "all bytes": bytes(range(256)) * 3 + bytes(reversed(range(256))),
    "mixed": bytes(number * number * 7919 >> 5 & 0xFF for number in range(20000)),
    "blocks": b"".join(b"%d " % (number ^ number >> 3) for number in range(60000)),
}
for name, text in texts.items():
    for level in (1, 9):
        packed = bz2.compress(text, level)
        print(name, level, len(packed), hashlib.sha256(packed).hexdigest()[:16], bz2.decompress(packed) == text)

# In pieces, and with a limit to what comes of them.
packed = bz2.compress(texts["words"]) + b"what follows"
reader = bz2.BZ2Decompressor()
made = b""
for at in range(0, len(packed), 7):
    if not reader.eof:
        made += reader.decompress(packed[at : at + 7])
    else:
        print(packed[at : at + 7])
print(made == texts["words"], reader.eof, reader.needs_input, reader.unused_data)
reader = bz2.BZ2Decompressor()
made = reader.decompress(packed, 100)
print(len(made), reader.needs_input, reader.eof)
while not reader.eof:
    made += reader.decompress(b"", 1000)
print(made == texts["words"], reader.unused_data)
print(bz2.decompress(bz2.compress(b"one ") + bz2.compress(b"two") + b"rest"))

# The end of the stream is missing, its text is whole.
reader = bz2.BZ2Decompressor()
print(reader.decompress(bz2.compress(texts["words"])[:-10]) == texts["words"], reader.eof, reader.needs_input)

# What is wrong.
broken = bytearray(bz2.compress(texts["words"]))
broken[100] ^= 1
for attempt in (
    lambda: bz2.decompress(bytes(broken)),
    lambda: bz2.decompress(b"BZh0" + b"x" * 50),
    lambda: bz2.decompress(b"no bzip2"),
    lambda: bz2.decompress(bz2.compress(b"cut off")[:-4]),
    lambda: bz2.BZ2File(io.BytesIO(bz2.compress(b"cut off")[:-4])).read(),
    lambda: bz2.BZ2Compressor(10),
    lambda: bz2.BZ2Compressor().compress("text"),
    lambda: reader.decompress(b"more"),
    lambda: reader.__reduce__(),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
writer = bz2.BZ2Compressor()
writer.flush()
for method in (writer.flush, lambda: writer.compress(b"")):
    try:
        method()
    except ValueError as error:
        print(error)

# Archives.
for mode in ("w:bz2", "w|bz2"):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:
        for name, text in texts.items():
            member = tarfile.TarInfo(name)
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text))
    file.seek(0)
    with tarfile.open(fileobj=file) as archive:
        print([archive.extractfile(name).read() == texts[name] for name in archive.getnames()])
file = io.BytesIO()
with zipfile.ZipFile(file, "w", zipfile.ZIP_BZIP2) as archive:
    archive.writestr("words", texts["words"])
with zipfile.ZipFile(file) as archive:
    print(archive.testzip(), archive.getinfo("words").compress_size, archive.read("words") == texts["words"])
with bz2.open(io.BytesIO(bz2.compress("zwölf\nBoxkämpfer\n".encode())), "rt", encoding="utf-8") as stream:
    print(list(stream))
