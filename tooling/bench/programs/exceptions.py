"""Raising and catching."""
class Stop(Exception):
    pass
def check(i):
    if i % 3 == 0:
        raise Stop(i)
    if i % 3 == 1:
        return int("x") if i % 2 else i
    return i
def run():
    caught = 0
    for i in range(200_000):
        try:
            check(i)
        except Stop as stop:
            caught += stop.args[0] & 1
        except ValueError:
            caught += 1
        finally:
            caught += 1
    return caught
