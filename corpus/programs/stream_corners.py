"""Streams at their edges: what failed closes leave behind, names that are none, text that is written while it is read."""

import io


def told(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}".encode("ascii", "backslashreplace").decode()


text = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="replace")
for change in (
    {"encoding": 5}, {"encoding": "\udcfe"}, {"encoding": "locale\0"}, {"errors": 5}, {"errors": "\udcfe"},
    {"newline": 5}, {"newline": "xyz"}, {"newline": "\n\0"}, {"line_buffering": "x"}, {"line_buffering": 2**100},
    {"write_through": b""}, {"encoding": "unheard-of"},
):
    print(change, told(lambda: text.reconfigure(**change)), text.encoding, text.errors)
    if "line_buffering" not in change and "write_through" not in change:
        print("  new:", told(lambda: io.TextIOWrapper(io.BytesIO(), **change)))


def deletion():
    del text._CHUNK_SIZE


print(told(deletion), told(lambda: setattr(text, "_CHUNK_SIZE", 0)), told(lambda: setattr(text, "_CHUNK_SIZE", "a")))

# A stream that shows itself.
text.buffer.name = text
print(told(lambda: repr(text)))
buffered = io.BufferedReader(io.BytesIO(b"12"))
buffered.raw.name = buffered
print(told(lambda: repr(buffered)))
for made in (io.TextIOWrapper.__new__(io.TextIOWrapper), io.BufferedReader.__new__(io.BufferedReader)):
    for name in ("closed", "name", "encoding", "errors", "newlines", "buffer", "raw"):
        print(type(made).__name__, name, told(lambda: getattr(made, name)))
    print(told(lambda: repr(made)), told(made.read))
detached = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
detached.detach()
print(detached, detached.buffer, detached.errors, told(lambda: detached.closed))


class Named(io.TextIOWrapper):
    pass


print(Named(io.BytesIO(), encoding="utf-8"))


class Raw(io.RawIOBase):
    def __init__(self, *parts):
        self.parts, self.reads, self.written = list(parts), 0, []

    def readable(self):
        return True

    def writable(self):
        return True

    def readinto(self, buffer):
        self.reads += 1
        part = self.parts.pop(0) if self.parts else b""
        if isinstance(part, str):
            return part
        buffer[: len(part)] = part
        return len(part)

    def write(self, data):
        self.written.append(bytes(data))
        return len(data)


# One read at most.
raw = Raw(b"abc", b"de", b"fgh", b"jkl")
reader = io.BufferedReader(raw, 10)
into = bytearray(2)
print(reader.peek(3), [(reader.readinto1(into), bytes(into), raw.reads) for _ in range(3)])
wide = bytearray(20)
print(reader.peek(), reader.readinto1(wide), bytes(wide[:6]), raw.reads)
try:
    io.BufferedReader(Raw("no number")).readline()
except OSError as error:
    print(repr(error), repr(error.__cause__))

# Inside what was read ahead.
reader = io.BufferedReader(io.BytesIO(bytes(range(60))), 20)
print(reader.read(5), reader.seek(-3, 1), reader.read(2), reader.seek(10, 1), reader.seek(30), reader.read(1), reader.tell())


def failing(word):
    def fail():
        raise OSError(word)
    return fail


# Both closes are tried; the second error tells of the first.
for stream, below in (
    (buffered, buffered.raw), (text, text.buffer), (pair := io.BufferedRWPair(Raw(), Raw()), None),
):
    if below is None:
        continue
    stream.flush, below.close = failing("flush"), failing("close")
    try:
        stream.close()
    except OSError as error:
        print(type(stream).__name__, error, error.__context__, stream.closed)
    del below.close, stream.flush
left, right = Raw(), Raw()
left.close, right.close = failing("reader"), failing("writer")
pair = io.BufferedRWPair(left, right)
try:
    pair.close()
except OSError as error:
    print(error, repr(error.__context__), pair.closed)
del left.close, right.close
print(told(pair.close), pair.closed)

# What was read ahead stays when something is written.
both = io.TextIOWrapper(io.BufferedRWPair(io.BytesIO(b"foo\nbar\n"), io.BytesIO()), encoding="ascii")
line = both.readline()
both.write(line)
print(repr(line + both.readline()))

# No more than a chunk at a time.
raw = Raw()
chunks = io.TextIOWrapper(raw, encoding="ascii")
for piece in ("abc", "def", "g" * 8192, "hi"):
    chunks.write(piece)
chunks.flush()
print([len(part) for part in raw.written])
