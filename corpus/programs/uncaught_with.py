class Guard:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        raise LookupError("in exit")

def generator():
    with Guard():
        yield 1
        raise KeyError("in body")

for value in generator():
    print(value)
