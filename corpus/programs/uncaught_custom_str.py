class Multi(Exception):
    def __str__(self):
        return "first line\nsecond line"

class Unprintable(Exception):
    def __str__(self):
        raise ValueError("no str")

import traceback
try:
    raise Unprintable
except Unprintable as error:
    print(traceback.format_exception_only(error))

class Inner:
    class Deep(KeyError):
        pass

try:
    raise Inner.Deep("a key")
except KeyError as error:
    print(traceback.format_exception_only(error))
raise Multi
