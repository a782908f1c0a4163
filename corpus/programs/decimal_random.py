# Decimal arithmetic on seeded random operands: every operation, in contexts of all kinds, with its flags.
# The first results are printed, of the others a digest a hundred.
import hashlib
from decimal import *
from random import Random

chance = Random(20230713)
ROUNDINGS = [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]
SPECIAL = ['Infinity', '-Infinity', 'NaN', '-NaN123', 'sNaN', '-sNaN4567', 'NaN98765432109', '0', '-0', '0E+5', '-0E-7', '1',
           '-1', '1.000', '10', '0.1', '1E+400', '1E-400', '0E-400', '0E+400']
BOUNDS = [(-999999, 999999), (-999999, 999999), (0, 0), (-95, 96), (-6143, 6144), (MIN_EMIN, MAX_EMAX), (-999999999, 999999999)]
UNARY = ('abs exp ln log10 minus next_minus next_plus normalize plus to_integral to_integral_exact to_integral_value sqrt logb '
         'logical_invert number_class to_sci_string to_eng_string copy_abs copy_negate is_normal is_subnormal create_decimal').split()
BINARY = ('add add compare compare_signal divide divide divide_int divmod max max_mag min min_mag multiply multiply next_toward '
          'quantize quantize remainder remainder_near subtract power power compare_total compare_total_mag copy_sign logical_and '
          'logical_or logical_xor rotate same_quantum scaleb shift').split()
FORMATS = ['', '.3f', '.0f', '.2e', '+.5g', '010', ',.2f', '%', '.1%', 'z.1f', 'n', '*^20', '<15', '=+20', '020,.3f', 'g', 'E', '#.0f']


def number():
    if chance.random() < 0.06:
        return Decimal(chance.choice(SPECIAL))
    digits = chance.choice([1, 2, 3, 5, 8, 9, 10, 15, 16, 17, 20, 28, 29, 40, 90])
    kind = chance.random()
    if kind < 0.1:
        n = 10 ** digits - chance.randint(0, 2)
    elif kind < 0.2:
        n = 5 * 10 ** (digits - 1) + chance.randint(-1, 1)
    elif kind < 0.25:
        n = int(''.join(chance.choice('01') for _ in range(digits)))
    else:
        n = chance.randint(0, 10 ** chance.randint(1, digits))
    exponent = chance.choice([0, 0, chance.randint(-5, 5), chance.randint(-30, 10), -digits, chance.randint(-400, 400)])
    return Decimal(f"{chance.choice(['', '', '-'])}{n}E{exponent}")


def context():
    low, high = chance.choice(BOUNDS + [(-chance.randint(0, 50), chance.randint(0, 50))] * 4)
    traps = [InvalidOperation, DivisionByZero, Overflow] if chance.random() < 0.15 else []
    return Context(prec=chance.choice([1, 2, 3, 5, 7, 9, 16, 28, 34, 50]), rounding=chance.choice(ROUNDINGS), Emin=low, Emax=high,
                   capitals=chance.randint(0, 1), clamp=chance.randint(0, 1), traps=traps, flags=[])


def near_one(x):
    return x.scaleb(-x.adjusted(), Context(prec=100)) if x.is_finite() and abs(x.adjusted()) > 30 else x


def small(x):
    return Decimal(chance.randint(-1000, 1000)).scaleb(-1) if x.is_finite() and x.adjusted() > 3 else x


def operation(current):
    x, y, z = number(), number(), number()
    kind = chance.random()
    if kind < 0.3:
        name = chance.choice(UNARY)
        return name, [small(x) if name == 'exp' else x], getattr(current, name)
    if kind < 0.8:
        name = chance.choice(BINARY)
        if chance.random() < 0.3:
            y = Decimal(chance.randint(-40, 40))
        if name == 'power':
            x, y = near_one(x), small(y)
        return name, [x, y], getattr(current, name)
    if kind < 0.85:
        return 'fma', [x, y, z], current.fma
    if kind < 0.87:
        return 'power', [Decimal(chance.randint(-100, 100)), Decimal(chance.randint(0, 100)), Decimal(chance.randint(-50, 50))], current.power
    if kind < 0.91:
        return 'format', [x, chance.choice(FORMATS)], format
    if kind < 0.94:
        return 'compare', [x, y], lambda a, b: (a < b, a <= b, a == b, a != b, a > b, a >= b)
    if kind < 0.96:
        return 'hash', [x], lambda a: None if a.is_qnan() else hash(a)
    if kind < 0.98:
        return 'numbers', [x], lambda a: (float(a), int(a) if abs(a.adjusted()) < 90 else None, bool(a), -a, +a)
    return 'parts', [x], lambda a: (a.as_tuple(), round(a, 3), a.as_integer_ratio() if abs(a.adjusted()) < 50 else None)


def line():
    current = context()
    setcontext(Context(prec=100, traps=[]))
    name, args, function = operation(current)
    setcontext(current)
    try:
        result = repr(function(*args))
    except (ArithmeticError, ValueError, TypeError) as error:
        result = f'{type(error).__name__}: {error}'
    flags = ' '.join(signal.__name__ for signal, happened in current.flags.items() if happened)
    limits = f'{current.prec} {current.rounding[6:]} {current.Emin} {current.Emax} {current.clamp}'
    return f"{name}({', '.join(map(str, args))}) [{limits}] -> {result} [{flags}]"


for _ in range(150):
    print(line())
for part in range(20):
    digest = hashlib.sha256()
    for _ in range(100):
        digest.update(line().encode())
    print(part, digest.hexdigest()[:16])
