# cmath: branch cuts, signs of zeros, infinities, nan, and what is out of range.
import cmath
import math

functions = 'acos acosh asin asinh atan atanh cos cosh exp log10 log sin sinh sqrt tan tanh polar phase'.split()
parts = [0.0, -0.0, 1.0, -1.0, math.inf, -math.inf, math.nan, 1e308, 5e-324, -1e-310, 710.5, 0.5]


def near(value):
    """A float to 12 digits: the last bit is libm's."""
    return f'{value:.12g}'


def shown(value):
    if isinstance(value, complex):
        return f'({near(value.real)} {near(value.imag)})'
    return ' '.join(map(near, value)) if isinstance(value, tuple) else near(value)


def attempt(function, *args):
    try:
        return shown(function(*args))
    except Exception as error:
        return f'{type(error).__name__}({error})'


for name in functions:
    for real in parts:
        print(name, real, *(attempt(getattr(cmath, name), complex(real, imag)) for imag in parts))
for size in parts:
    print(*(attempt(cmath.rect, size, angle) for angle in parts), *(attempt(cmath.log, size, base) for base in parts))
    print(*(cmath.isclose(size, other, abs_tol=0.5) for other in parts), cmath.isnan(size * 1j), cmath.isinf(size * 1j), cmath.isfinite(size * 1j))


class Number:
    def __init__(self, value):
        self.value = value

    def __complex__(self):
        return self.value


print(attempt(cmath.sqrt, Number(-4 + 0j)), attempt(cmath.sqrt, Number('x')), attempt(cmath.sqrt, 'x'), attempt(cmath.sqrt, 10 ** 400), attempt(cmath.sqrt, True))
print(attempt(cmath.isclose, 1, 2, ), attempt(lambda: cmath.isclose(1, 2, rel_tol=-1)), cmath.infj, cmath.nanj, cmath.tau)
