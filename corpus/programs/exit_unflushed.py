# What cannot be written at the end: status 120, and a word on stderr.
import sys


class Full:
    closed = False

    def write(self, text):
        return len(text)

    def flush(self):
        raise OSError("no room")


sys.stdout = Full()
print("lost")
