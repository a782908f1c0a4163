def failing(kind, text):
    raise kind(text)

def gather():
    errors = []
    for kind in (ValueError, TypeError):
        try:
            failing(kind, kind.__name__.lower())
        except Exception as error:
            error.add_note("noted\ntwice")
            errors.append(error)
    try:
        failing(OSError, "inner")
    except OSError as error:
        errors.append(ExceptionGroup("deeper", [error]))
    raise ExceptionGroup("several", errors)

gather()
