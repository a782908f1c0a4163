# A generator that only a loop's iterator holds is closed where the loop is left or ends.
import gc
import itertools
import operator


def numbers(tag, count=5):
    try:
        for number in range(count):
            yield number
    finally:
        print('closed', tag, number)


def counted(tag):
    for place, number in enumerate(numbers(tag), start=1):
        if number == 2:
            break
    print('after', tag)


def raising(tag):
    for place, number in enumerate(numbers(tag)):
        if number == 2:
            raise ValueError(tag)


def returning(tag):
    for pair in zip(numbers(tag + ' left'), numbers(tag + ' right'), strict=True):
        if pair[0] == 2:
            return pair


def shorter(tag):
    for number, letter in zip(numbers(tag), 'ab'):
        pass
    print('after', tag)


def limited(tag):
    for number in itertools.islice(numbers(tag), 3):
        pass
    print('after', tag)
    total = [number for number in itertools.islice(numbers(tag + ' comprehension'), 1, 3)]
    print(total)


def deep(tag):
    for place, (number, letter) in enumerate(zip(map(abs, filter(None, numbers(tag))), 'abc'), -3):
        if letter == 'b':
            break
    print('after', tag)


def expression(tag):
    for number in (1 // (2 - number) for number in numbers(tag) if number != 4):
        if number == 1:
            break
    print('after', tag)
    for pair in enumerate(-number for number in numbers(tag + ' counted')):
        break
    print('after', tag)


def wrapped(tag):
    def inner():
        for number in numbers(tag):
            yield number

    for pair in zip(inner(), 'abc'):
        if pair[1] == 'b':
            break
    print('after', tag)


def handled_inside(tag):
    # What is raised and caught in the body leaves the loop as it is.
    for place, number in enumerate(zip(numbers(tag), 'abc')):
        try:
            [][place]
        except IndexError:
            print('inside', number)
    print('after', tag)


def every_iterator():
    for number in itertools.chain((), numbers('chain')):
        break
    for number in itertools.takewhile(lambda number: number < 2, numbers('takewhile')):
        pass
    for number in itertools.dropwhile(lambda number: number < 2, numbers('dropwhile')):
        break
    for number in itertools.filterfalse(None, numbers('filterfalse')):
        break
    for number in itertools.starmap(operator.neg, ((number,) for number in numbers('starmap'))):
        break
    for number in itertools.accumulate(numbers('accumulate')):
        if number == 1:
            break
    for pair in itertools.pairwise(numbers('pairwise')):
        break
    for pair in itertools.batched(numbers('batched'), 2):
        break
    for number in itertools.compress(numbers('compress'), [0, 1]):
        pass
    for pair in itertools.zip_longest(numbers('long'), numbers('short', 2)):
        if pair[1] is None:
            break
    for number in itertools.cycle(numbers('cycle')):
        if number == 3:
            break
    print('all')


counted('a')
try:
    raising('b')
except ValueError as error:
    print('caught', error)
print(returning('c'))
shorter('d')
limited('e')
deep('f')
expression('g')
wrapped('h')
handled_inside('i')
every_iterator()


# What somebody else holds stays as it is.
def held():
    mine = numbers('held')
    for place, number in enumerate(mine):
        if number == 1:
            break
    print(next(mine))
    pairs = zip(numbers('pairs'), 'abcdef')
    for pair in pairs:
        break
    print(next(pairs))
    return list(mine), list(pairs)


class Keeper(enumerate):
    def __new__(cls, iterable):
        cls.kept = iterable
        return super().__new__(cls, iterable)


def remembered(function, iterable):
    kept.append(iterable)
    return map(function, iterable)


kept = []
print(held())
for pair in Keeper(numbers('kept')):
    break
print(next(Keeper.kept))
for number in remembered(str, numbers('remembered')):
    break
print(next(kept[0]))
del Keeper.kept
kept.clear()
gc.collect()


def many():
    total = 0
    for count in range(4000):
        for place, number in enumerate(quietly(), count):
            if number == 2:
                break
            total += place
        for number, other in zip(quietly(), range(3)):
            total += other
        total += len(closed)
    return total


def quietly():
    try:
        yield from range(5)
    finally:
        closed.append(1)


closed = []
print(many(), len(closed))
