# Places in files: what lseek, pread, pwrite and the copies take, and what they refuse.
import os
import tempfile


def attempt(name, *arguments):
    try:
        answer = getattr(os, name)(*arguments)
    except Exception as error:
        answer = f"{type(error).__name__}: {error}"
    print(name, arguments[1:], answer)


with tempfile.TemporaryFile() as file, tempfile.TemporaryFile() as other:
    file.write(b"0123456789" * 3)
    file.flush()
    fd = file.fileno()

    for whence in (-1, 0, 1, 2, 3, 4, 5, 2**31):
        attempt("lseek", fd, 1, whence)
    for offset in (-40, 30, 2**63 - 1, 2**63):
        for whence in (0, 1, 2, 3, 4):
            attempt("lseek", fd, offset, whence)

    for offset in (-1, 0, 29, 40, 2**63, "x", 1.0):
        attempt("pread", fd, 3, offset)
        attempt("pwrite", fd, b"abc", offset)
    attempt("pread", fd, -1, 0)
    attempt("read", fd, -1)
    attempt("ftruncate", fd, -1)
    attempt("ftruncate", fd, 2**63)

    # -1 is where the file stands.
    os.lseek(fd, 10, os.SEEK_SET)
    for offset in (-1, 2, -2):
        attempt("preadv", fd, [bytearray(3)], offset)
        attempt("lseek", fd, 0, os.SEEK_CUR)
        attempt("pwritev", fd, [b"def"], offset)
        attempt("lseek", fd, 0, os.SEEK_CUR)

    attempt("posix_fallocate", fd, -1, 3)
    attempt("posix_fadvise", fd, -1, 2, 0)
    attempt("posix_fadvise", fd, 0, 2, 99)
    print(os.pread(fd, 100, 0))

    for offset in (-1, 0, 28, 100, None, 2**63):
        try:
            print("sendfile", offset, os.sendfile(other.fileno(), fd, offset, 5))
        except (OSError, OverflowError) as error:
            print("sendfile", offset, error)
    for places in ((-1, 0), (0, -1), (2**63, 0)):
        try:
            print(os.copy_file_range(fd, other.fileno(), 3, *places))
        except (OSError, OverflowError) as error:
            print("copy_file_range", places, error)

reader, writer = os.pipe()
for whence in (0, 9):
    attempt("lseek", reader, 0, whence)
for offset in (-1, 0):
    attempt("pread", reader, 2, offset)
    attempt("pwrite", writer, b"a", offset)
attempt("pread", 999, 2, 0)
attempt("pread", 999, 2, -1)
attempt("lseek", 999, 0, 7)
