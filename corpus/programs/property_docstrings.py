# Where a property's docstring comes from, in property and in its subclasses.
def getter(self):
    "getter's"


def other(self):
    "other's"


def silent(self):
    pass


class WithDoc(property):
    "the class's"


class NoDict(property):
    __slots__ = ()


class Slot(property):
    __slots__ = ("__doc__",)


class Method(property):
    def __doc__(self):
        pass


class Fixed(property):
    __slots__ = ()
    __doc__ = "fixed"


for cls in (property, WithDoc, NoDict, Slot, Method, Fixed):
    for args in [(getter,), (getter, None, None, "own"), (silent,), (None,)]:
        try:
            made = cls(*args)
            print(cls.__name__, len(args), made.__doc__)
            print("  ", made.getter(other).__doc__, made.setter(other).__doc__, made.getter(silent).__doc__)
        except Exception as error:
            print(cls.__name__, len(args), type(error).__name__, error)
