class AppError(Exception):
    pass

def load(key):
    try:
        return {}[key]
    except KeyError as error:
        raise AppError("cannot load", key) from error

def run():
    try:
        load("name")
    except AppError:
        raise RuntimeError("run failed")

try:
    run()
finally:
    print("cleanup")
