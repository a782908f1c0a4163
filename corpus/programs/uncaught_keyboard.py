import sys
print("partial", end="")
sys.stdout.flush()
def handler():
    raise KeyboardInterrupt
try:
    handler()
except KeyboardInterrupt as error:
    print("", repr(error))
raise SystemError("x") from None
