import sys

def main():
    raise SystemExit(("a", "tuple"))

try:
    main()
finally:
    print("leaving")
