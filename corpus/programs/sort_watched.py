# A list is empty while it is sorted, and whoever puts something in is told of it: even if it was taken out again.
def attempt(change, **options):
    items = [Item(value) for value in (5, 2, 9, 1)]
    Item.change = lambda: change(items)
    try:
        items.sort(**options)
        print('sorted', [item.value for item in items])
    except ValueError as error:
        print('ValueError', error, [item.value for item in items])


class Item:
    change = None

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Item.change()
        return self.value < other.value


def append_and_pop(items):
    items.append(1)
    items.pop()


def insert_and_clear(items):
    items.insert(0, 1)
    items.clear()


def extend_and_delete(items):
    items[:] = 'ab'
    del items[:]


def harmless(items):
    items.extend([])
    items.clear()
    items.reverse()
    items.sort()
    del items[:]
    items *= 3
    assert items == [] and len(items) == 0


for change in (append_and_pop, insert_and_clear, extend_and_delete, harmless, lambda items: items.extend('x') or items.clear()):
    attempt(change)
    attempt(change, reverse=True)
    attempt(change, key=lambda item: item)


def keyed(change):
    items = [3, 1, 2]
    try:
        items.sort(key=lambda value: change(items) or value)
    except ValueError as error:
        print(error, items)
    else:
        print(items)


for change in (append_and_pop, insert_and_clear, extend_and_delete, harmless):
    keyed(change)
