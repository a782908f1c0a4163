# isinstance() and issubclass() with unions, which stand for their members and have no methods for it.
import types

union = int | str
print(union.__module__, sorted(vars(types.UnionType)))
for check in (
    lambda: isinstance(1, union),
    lambda: isinstance(1.0, union),
    lambda: isinstance(None, int | None),
    lambda: isinstance(1, (bytes, float | union)),
    lambda: issubclass(bool, union),
    lambda: issubclass(float, union),
    lambda: issubclass(1, union),
    lambda: isinstance(1, int | list[int]),
    lambda: isinstance("", int | list[int]),
    lambda: isinstance(1, list[int] | int),
    lambda: issubclass(int, list[int] | int),
    lambda: isinstance("x", (float | int, 5)),
    lambda: union.__instancecheck__,
    lambda: union.__name__,
):
    try:
        print(check())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
