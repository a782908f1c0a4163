"""A sieve that grows as it is asked for more."""

from itertools import islice, takewhile


def primes():
    pending = {}
    number = 2
    while True:
        factors = pending.pop(number, None)
        if factors is None:
            yield number
            pending[number * number] = [number]
        else:
            for factor in factors:
                pending.setdefault(number + factor, []).append(factor)
        number += 1


print(list(takewhile(lambda p: p < 100, primes())))
print(next(islice(primes(), 1999, None)))
twins = [(p, q) for p, q in zip(primes(), islice(primes(), 1, 60)) if q - p == 2]
print(len(twins), twins[-3:])
