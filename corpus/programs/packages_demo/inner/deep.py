def where():
    from .. import shapes
    VERSION = shapes.Square(2).area()
    return __name__, VERSION
