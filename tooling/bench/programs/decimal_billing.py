"""Telephone bills: rates, rounding to cents and two taxes in decimal arithmetic; and pi to a few dozen digits."""
from decimal import Decimal, ROUND_DOWN, ROUND_HALF_EVEN, localcontext
RATES = Decimal("0.0013"), Decimal("0.00894")
BASE_TAX, DISTANCE_TAX = Decimal("0.0675"), Decimal("0.0341")
CENT = Decimal("0.01")
def bill(calls):
    total = base_taxes = distance_taxes = Decimal(0)
    for i in range(calls):
        distant = i & 1
        price = (Decimal(i * 7919 % 12_000 + 1) * RATES[distant]).quantize(CENT, ROUND_HALF_EVEN)
        tax = (price * BASE_TAX).quantize(CENT, ROUND_DOWN)
        base_taxes += tax
        due = price + tax
        if distant:
            tax = (price * DISTANCE_TAX).quantize(CENT, ROUND_DOWN)
            distance_taxes += tax
            due += tax
        total += due
        line = f"{due:>12,.2f}"
    return total, base_taxes, distance_taxes, line
def pi(places):
    with localcontext(prec=places + 2):
        last, term, total, n, na, d, da = 0, Decimal(3), Decimal(3), 1, 0, 0, 24
        while total != last:
            last = total
            n, na = n + na, na + 8
            d, da = d + da, da + 32
            term = term * n / d
            total += term
    with localcontext(prec=places):
        return +total
def run():
    return bill(20_000), [pi(places) for places in (28, 60, 100)]
