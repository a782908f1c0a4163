# What `except*` leaves of a group, and what it wraps: tracebacks, contexts, identity.


def seen(error):
    lines = 0
    tb = error.__traceback__
    while tb:
        lines += 1
        tb = tb.tb_next
    return repr(error), lines, error.__suppress_context__


# A naked exception is wrapped in a group that has no traceback of its own.
def fails():
    raise TypeError("t")


try:
    fails()
except* TypeError as group:
    print(seen(group), seen(group.exceptions[0]))

try:
    try:
        raise ValueError(1)
    except* ValueError:
        raise
except BaseException as error:
    print(seen(error))

# What nothing matched is a copy that hides its context.
whole = ExceptionGroup("g", [IndexError(1), ExceptionGroup("inner", [KeyError(2)])])
whole.add_note("noted")
try:
    try:
        raise whole
    except* ValueError:
        print("never")
except ExceptionGroup as error:
    print(seen(error), error is whole, error.exceptions[1] is whole.exceptions[1], error.__notes__)

# So are the parts.
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError:
        raise TypeError("x") from None
except BaseException as error:
    print(seen(error), [seen(one) for one in error.exceptions])
matching, rest = whole.split(KeyError)
print(seen(matching), seen(rest), seen(whole.subgroup(IndexError)))
