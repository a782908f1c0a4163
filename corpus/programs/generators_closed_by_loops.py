# A generator that a loop alone holds is closed where the loop is left, by an exception, `break` or `return`.
import gc
import sys


def numbers(tag, count=5):
    try:
        for number in range(count):
            yield number
    finally:
        print('closed', tag, number)


def raising(tag):
    for number in numbers(tag):
        if number == 2:
            raise ValueError(tag)


def returning(tag):
    for number in numbers(tag):
        if number == 2:
            return number


def breaking(tag):
    for number in numbers(tag):
        if number == 2:
            break
    print('after')


def handled(tag):
    try:
        for number in numbers(tag):
            1 // (2 - number)
    except ZeroDivisionError as error:
        print(error)
    print('end')


def nested(tag):
    for one in numbers(tag + ' outer'):
        for other in numbers(tag + ' inner'):
            if other == 1:
                return one, other


def going_on(tag):
    for one in numbers(tag + ' outer', 3):
        for other in numbers(tag + ' inner'):
            if other == one:
                break


def in_a_generator(tag):
    for number in numbers(tag):
        yield number


def in_another(tag):
    for number in in_a_generator(tag):
        yield [number]


class Made:
    @property
    def numbers(self):
        try:
            yield from (1, 2, 3)
        finally:
            print('closed property')

    def __getitem__(self, key):
        try:
            yield key
        finally:
            print('closed item')


try:
    raising('a')
except ValueError as error:
    print('caught', error, error.__traceback__.tb_next is not None)
print(returning('b'))
breaking('c')
handled('d')
print(nested('e'))
going_on('f')
for number in in_a_generator('g'):
    if number == 1:
        break
try:
    print([1 // (2 - number) for number in numbers('h')])
except ZeroDivisionError:
    print('comprehension')
for number in in_another('gg'):
    break
try:
    for number in in_another('ggg'):
        raise IndexError
except IndexError:
    print('outermost')
for number in Made().numbers:
    break
for number in Made()[1]:
    break
print('module')


# What somebody else holds stays as it is.
def held():
    mine = numbers('held')
    for number in mine:
        if number == 1:
            break
    return list(mine)


class Keeper:
    def __iter__(self):
        self.kept = numbers('kept')
        return self.kept


print(held())
keeper = Keeper()
for number in keeper:
    if number == 2:
        break
print(list(keeper.kept))
passed = []


def passing():
    passed.append(numbers('passed'))
    return passed[0]


for number in passing():
    break
print(next(passed[0]))
passed.clear()
gc.collect()


# The finalizer of what goes may raise, and may look at what is going on.
def noisy():
    try:
        yield 1
        yield 2
    finally:
        print(sys.exc_info()[0].__name__)
        raise KeyError('lost')


def lost(unraisable):
    print('unraisable', repr(unraisable.exc_value), repr(unraisable.exc_value.__context__))


sys.unraisablehook = lost
try:
    for number in noisy():
        raise ValueError('kept')
except ValueError as error:
    print(error, error.__context__)


def many(tag):
    total = 0
    for count in range(3000):
        for number in numbers_quietly(closed):
            if number == 2:
                break
            total += number
        try:
            for number in numbers_quietly(closed):
                if number == 3:
                    raise LookupError
        except LookupError:
            pass
        total += len(closed)
    return total


def numbers_quietly(into):
    try:
        yield from range(5)
    finally:
        into.append(1)


closed = []
print(many('m'), len(closed))
