# The East Asian codecs: every encoding both ways, what is not valid, states, pieces, streams.
import codecs
import io

ENCODINGS = (
    "gb2312 gbk gb18030 hz big5 cp950 big5hkscs euc_kr cp949 johab iso2022_kr shift_jis cp932 euc_jp shift_jis_2004 euc_jis_2004 "
    "euc_jisx0213 shift_jisx0213 iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext"
).split()
TEXT = "Aa~\\ あいう 漢字 中文 한글 뷁 ｶﾅ €¥‾ \xe9 \xe6\u0300 か゚ \U0002000b \xca\u0304"


def attempt(what, *args):
    try:
        return ascii(what(*args))
    except (UnicodeError, LookupError, TypeError, OverflowError) as error:
        return f"{type(error).__name__}: {ascii(str(error))}"


for encoding in ENCODINGS:
    print("--", encoding)
    data = TEXT.encode(encoding, "ignore")
    print(data)
    print(ascii(data.decode(encoding)))
    for errors in ("strict", "replace", "xmlcharrefreplace", "backslashreplace"):
        print(errors, attempt(TEXT.encode, encoding, errors))
    for broken in (b"a\xff\xfeb", b"\x81", b"\xb0\xa1\xb0", b"\x8f\xa1", b"\x1b$B0!\x1b(B\x1b", b"~{0!~}~x", b"\x1b(Z", b"\x81\x30\x81"):
        print(broken, attempt(broken.decode, encoding), attempt(broken.decode, encoding, "replace"))
    encoder = codecs.getincrementalencoder(encoding)("replace")
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    pieces = [encoder.encode(char) for char in TEXT]
    states = [encoder.getstate(), encoder.encode("", True), encoder.getstate()]
    joined = b"".join(pieces) + states[1]
    print(states, joined == TEXT.encode(encoding, "replace"))
    text = "".join(decoder.decode(joined[place:place + 1]) for place in range(len(joined)))
    print(ascii(text) == ascii(joined.decode(encoding)), decoder.getstate(), ascii(decoder.decode(b"", True)))

print("-- streams")
stream = io.BytesIO()
writer = codecs.getwriter("euc_jis_2004")(stream)
writer.writelines(["か", "゚\n", "\xe6"])
print(stream.getvalue())
writer.reset()
print(stream.getvalue())
reader = codecs.getreader("euc_jis_2004")(io.BytesIO(stream.getvalue()))
print(ascii(reader.readline()), ascii(reader.read(1)), ascii(reader.readlines()))
file = io.TextIOWrapper(io.BytesIO(), encoding="iso2022_jp")
file.write("日本\n語")
file.seek(0)
print(file.read() == "日本\n語", file.buffer.getvalue())

print("-- what is refused")
print(attempt(codecs.getdecoder("gbk"), "text"), attempt(codecs.getincrementaldecoder("big5")().setstate, 3))
print(attempt(codecs.getincrementalencoder("cp949")().setstate, 1 << 200))
codecs.register_error("bytes", lambda error: (b"<?>", error.end))
codecs.register_error("same", lambda error: (error.object[error.start:error.end], error.end))
print("ab\u0b13c".encode("euc_kr", "bytes"), attempt("ab\u0b13c".encode, "euc_kr", "same"))
