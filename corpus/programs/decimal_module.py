# The decimal module: construction, conversions, contexts and signals, comparison with other numbers, formatting, pickling,
# errors and their words.
import copy
import json
import locale
import math
import pickle
import statistics
import threading
from decimal import *
from fractions import Fraction


def show(label, function, *args, **names):
    try:
        print(label, repr(function(*args, **names)))
    except Exception as error:
        print(label, f'{type(error).__name__}: {error}')


print('-- construction')
for value in ['1.50', ' -7e3 ', '1_000.5', '\u0661\u0662.\u0663', 'inf', '-sNaN12', '.5', '5.', '', '.', '1e', '0x1', '1e99999999999999999999',
              12, -10 ** 40, True, 1.1, -0.0, float('inf'), float('nan'), (1, (1, 2, 3), -2), [0, [7], 'F'], (0, (), 'n'), (0, (1,), 'x'),
              (2, (1,), 0), (0, (10,), 0), (0, 1, 2), (0, (1,)), (0, (1,), 1.5), None, b'1', 1j, Decimal('3.0'), Fraction(1, 2)]:
    show(repr(value), Decimal, value)
show('from_float', Decimal.from_float, 0.1)
show('from_float', Decimal.from_float, '1')
show('two', Decimal, 1, 2)
show('three', Decimal, 1, None, 3)
show('name', Decimal, number=1)


class Money(Decimal):
    """A subclass: results of arithmetic are plain Decimals."""

    def __repr__(self):
        return f'Money({self})'


show('subclass', lambda: (Money('1.5'), Money(Decimal(2)) + 1, Money.from_float(0.5), Money(Money(3)), Decimal(Money(4))))

print('-- numbers')
getcontext().prec = 12
one, seventh = Decimal(1), Decimal(1) / 7
show('arithmetic', lambda: (seventh, 1 - seventh, 2 * seventh, seventh ** 2, seventh % Decimal('0.1'), 7 // Decimal(2), divmod(-7, Decimal(2)), pow(Decimal(3), 7, 10)))
show('unary', lambda: (-seventh, +seventh, abs(-seventh), bool(Decimal('0.0')), bool(one)))
show('integers', lambda: [f(Decimal(v)) for v in ('2.5', '-2.5', '3.5') for f in (int, round, math.floor, math.ceil, math.trunc)])
show('round', lambda: [round(Decimal('1234.5678'), n) for n in (2, 0, -2)])
show('floats', lambda: (float(Decimal('0.1')), complex(Decimal('1.5')), float(Decimal('-Infinity'))))
show('ratio', lambda: [Decimal(v).as_integer_ratio() for v in ('-3.5', '1e3', '0')])
show('tuple', lambda: [Decimal(v).as_tuple() for v in ('-1.20', 'NaN12', '-Infinity')])
show('hash', lambda: [hash(Decimal(v)) == hash(w) for v, w in (('1.0', 1), ('0.5', 0.5), ('1e20', 10 ** 20), ('-inf', -math.inf))])
show('hash', lambda: [hash(Decimal(v)) for v in ('0.1', '-123e-45', '9e300')])
show('dict', lambda: {1: 'int', Decimal('2.50'): 'decimal'}[Decimal('1.00')])
show('set', lambda: sorted({1, Decimal(1), 1.0, Fraction(1), Decimal('1.5'), Fraction(3, 2)}))
for value in ('NaN', 'sNaN', 'Infinity'):
    for function in (int, float, hash, round, math.floor, Decimal.as_integer_ratio):
        if (value, function) not in [('NaN', hash), ('NaN', float)]:
            show(f'{function.__name__} {value}', function, Decimal(value))
show('sum', lambda: (sum([Decimal('0.1')] * 10), max(Decimal(1), 2, 1.5), math.prod([Decimal('1.1')] * 3), math.isnan(Decimal('nan'))))
show('statistics', lambda: (statistics.mean([Decimal('0.5'), Decimal('0.75')]), statistics.stdev([Decimal(1), Decimal(3), Decimal(5)]), statistics.median([Decimal(3), 1, 2])))
show('json', json.dumps, Decimal(1))
show('json', json.loads, '[1.10, 2]', parse_float=Decimal)

print('-- comparison')
half = Decimal('0.5')
for other in (0.5, 1, Fraction(1, 3), 0.5 + 0j, 1j, '0.5', None):
    show(repr(other), lambda: (half == other, half != other))
    show(repr(other), lambda: (half < other, other < half))
show('nan', lambda: (Decimal('NaN') == Decimal('NaN'), Decimal('NaN') != 1))
show('nan', lambda: Decimal('NaN') < 1)
show('snan', lambda: Decimal('sNaN') == 1)
with localcontext() as inner:
    inner.traps[FloatOperation] = True
    show('float trap', lambda: half < 0.75)
    show('float trap', lambda: half == 0.5)
    show('float trap', Decimal, 0.5)
    print(inner.flags[FloatOperation])

print('-- contexts')
for ready in (DefaultContext, BasicContext, ExtendedContext):
    print(ready)
print(getcontext(), getcontext() is getcontext())
with localcontext(prec=5, rounding=ROUND_UP, Emin=-10, Emax=10, capitals=0, clamp=1, flags=[Inexact], traps=[DivisionByZero]) as inner:
    print(inner)
    show('inside', lambda: (Decimal(10) / 3, Decimal('1e9') * 10, Decimal('1e-12') / 3))
    print(inner)
    show('trapped', lambda: 1 / Decimal(0))
print(getcontext().prec)
for names in ({'prec': 0}, {'prec': 'x'}, {'prec': 2 ** 70}, {'rounding': 'UP'}, {'Emin': 1}, {'Emax': -1}, {'capitals': 2}, {'clamp': -1},
              {'traps': [1]}, {'flags': {}}, {'traps': 1}, {'precision': 3}, {'pre': 3}):
    show(names, Context, **names)
    show(names, localcontext, **names)
own = Context(prec=4)
show('set', setattr, own, 'Emax', 'a')
show('set', setattr, own, 'other', 1)
show('delete', delattr, own, 'prec')
show('delete', own.flags.__delitem__, Inexact)
show('key', own.flags.__getitem__, ValueError)
own.divide(1, 3)
print(own.flags == {signal: signal in (Inexact, Rounded) for signal in own.flags}, len(own.flags), dict(own.flags) == own.flags.copy())
print([signal.__name__ for signal, happened in own.flags.items() if happened], own.traps)
own.flags = own.traps
own.clear_traps()
print(own, copy.copy(own).flags == own.flags, own.flags == own.traps, Inexact in own.flags)
show('methods', lambda: (own.Etiny(), own.Etop(), own.radix(), own.create_decimal('1.23456'), own.create_decimal_from_float(0.1), own.power(2, 10, modulo=7)))
show('few', own.add, 1)
show('many', own.exp, 1, 2)
show('type', own.add, 1, 'a')
show('type', own.canonical, 1)
show('type', Decimal(1).exp, 'context')
show('type', Decimal(1).quantize, 1, 'UP')
show('missing', Decimal(1).compare)
for attempt in (lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: Decimal(10) ** Decimal('1e7'), lambda: Decimal('1e13') // 1, lambda: Decimal('x'),
                lambda: Decimal(-1).sqrt(), lambda: Decimal('Infinity') - Decimal('Infinity'), lambda: Decimal(1).quantize(Decimal('1e-20')),
                lambda: Decimal(1) + 1.5, lambda: 1.5 + Decimal(1), lambda: Decimal(1) < 'a', lambda: ~Decimal(1), lambda: Decimal(1).nothing):
    show('error', attempt)


def in_thread():
    getcontext().prec += 1
    results.append(getcontext().prec)


results = []
for _ in range(2):
    thread = threading.Thread(target=in_thread)
    thread.start()
    thread.join()
print(results, getcontext().prec)

print('-- text')
for value in ('1234567.891', '-0', '1E+10', '-0E-10', '0.00001', 'NaN', '-Infinity', '9.9999'):
    number = Decimal(value)
    print([format(number, spec) for spec in ('', '.2f', ',.1f', '.3e', 'g', '+', '015', '*^12', '.1%', 'z.0f', '020,', 'n')], number.to_eng_string())
for spec in ('x', '<010', '_', '99999999999999999999', ',n', '.'):
    show(spec, format, Decimal(1), spec)
print('%s %r %.3f %d %5.1e' % ((Decimal('2.71828'),) * 5), f'{Decimal("1.10")!s:>8}|{Decimal("1.10"):>8}|{Decimal("3"):.2f}')
print(locale.format_string('%.2f', Decimal('1234.5'), grouping=True), '{:,}'.format(Decimal('1e6')), str(Decimal('1e6')))
print([pickle.loads(pickle.dumps(Decimal(v), protocol)) for protocol in range(6) for v in ('1.50', '-NaN12')])
print(pickle.loads(pickle.dumps(own)), copy.deepcopy(seventh) is seventh, own.__reduce__()[1])

print('-- functions')
getcontext().prec = 40
two = Decimal(2)
show('functions', lambda: (two.sqrt(), two.exp(), two.ln(), two.log10(), two ** Decimal('0.5'), two ** -3, Decimal(10 ** 20).log10()))
getcontext().prec = 9
show('neighbours', lambda: (two.next_plus(), two.next_minus(), two.next_toward(0), Decimal('1.2300').normalize(), two.fma(3, 4)))
show('digits', lambda: (Decimal(1100).logical_or(1010), Decimal(123).rotate(1), Decimal(123).shift(-1), two.scaleb(5), Decimal(250).logb(), Decimal(-3).copy_sign(two)))
show('classes', lambda: [Decimal(v).number_class() for v in ('0', '-1', 'Infinity', 'sNaN', '1e-999999', '1e-1000007')])
print(MAX_PREC, MAX_EMAX, MIN_EMIN, MIN_ETINY, HAVE_THREADS, HAVE_CONTEXTVAR)
show('huge', lambda: Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN).divide(1, 3))
show('huge', lambda: Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN).divide(1, 8))
print([signal.__mro__[1:3] for signal in (Inexact, Overflow, Underflow, DivisionByZero, FloatOperation)])
