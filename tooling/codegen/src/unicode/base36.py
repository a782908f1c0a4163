"""How the tables of characters write their numbers."""
DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'


def base36(n):
    if n < 0:
        return '-' + base36(-n)
    out = ''
    while True:
        n, d = divmod(n, 36)
        out = DIGITS[d] + out
        if not n:
            return out
