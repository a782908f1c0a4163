import atexit, sys
atexit.register(print, "first registered, last run")
atexit.register(lambda: print("atexit runs"))
try:
    sys.exit("message on stderr")
except SystemExit as error:
    print(repr(error), error.code)
try:
    try:
        sys.exit(3)
    finally:
        print("finally before exit")
except SystemExit:
    pass
print("to stderr", file=sys.stderr)
sys.exit(42)
