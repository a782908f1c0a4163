# Special methods of which a class has only one of two; what a class adds to bases one of which has a dict.


class Deletes:
    def __delitem__(self, key):
        pass


class Sets:
    def __setitem__(self, key, value):
        pass


def tried(change):
    try:
        change()
    except Exception as error:
        print(type(error).__name__, error, error.args, getattr(error, "name", None))


def put():
    Deletes()[1] = 2


def take():
    del Sets()[1]


tried(put)
tried(take)


class Plain:
    pass


class Text(Plain, str):
    pass


class Number(Plain, int):
    pass


for cls in Plain, Text, Number:
    made = cls()
    made.kept = 1
    print(cls.__name__, [name for name in cls.__dict__ if name in ("__dict__", "__weakref__")], made.__dict__)
