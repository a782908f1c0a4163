"""Attribute look-up through classes, properties and slots."""
class Base:
    scale = 3
    def factor(self):
        return self.scale
class Point(Base):
    __slots__ = ("x", "y")
    def __init__(self, x, y):
        self.x, self.y = x, y
    @property
    def norm(self):
        return self.x * self.x + self.y * self.y
def run():
    total = 0
    for i in range(200_000):
        p = Point(i, 2)
        total += p.norm + p.factor() + Point.scale + p.x
    return total
