# Type arguments: too few, defaults, unions; what a generic alias shows of itself.
from typing import Generic, TypeAliasType, TypeVar

T = TypeVar("T")
U = TypeVar("U")
D = TypeVar("D", default=str)


class Three(Generic[T, U, D]):
    pass


class Two(Generic[T, U]):
    pass


def show(thunk):
    try:
        print(thunk())
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: Three[int])
show(lambda: Two[int])
show(lambda: Three[int, int, int, int])
show(lambda: list[T, U][int])
show(lambda: list[T, D][()])
show(lambda: (T | list[U])[int])
show(lambda: (list[T] | dict[T, U])[int, str])
show(lambda: hash(int | str) == hash(str | int))
show(lambda: isinstance(1, int | list[int]))
show(lambda: isinstance(1, list[int] | int))
show(lambda: issubclass(int, list[int] | int))
show(lambda: sorted(set(dir(list[int])) - set(dir(list))))
show(lambda: list[int].__bases__)
show(lambda: TypeAliasType("X", list[int], type_params=())[int])
show(lambda: type(TypeAliasType("X", int) | None))
show(lambda: Three.__flags__ & (1 << 9), )
show(lambda: Two[int, str]().__reduce_ex__(0)[1])
