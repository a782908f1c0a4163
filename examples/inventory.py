"""Dataclasses, enums and a report."""

from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import groupby
from operator import attrgetter


class Kind(Enum):
    TOOL = auto()
    FOOD = auto()
    BOOK = auto()


@dataclass(order=True)
class Item:
    kind_name: str = field(init=False, repr=False)
    name: str
    kind: Kind = field(compare=False)
    cents: int = field(default=0, compare=False)
    stock: int = field(default=0, compare=False)

    def __post_init__(self):
        self.kind_name = self.kind.name

    @property
    def value(self):
        return self.cents * self.stock


items = [
    Item("hammer", Kind.TOOL, 1599, 4),
    Item("apple", Kind.FOOD, 45, 210),
    Item("bread", Kind.FOOD, 320, 12),
    Item("saw", Kind.TOOL, 2250, 2),
    Item("Fluent Python", Kind.BOOK, 4999, 1),
]

for kind, group in groupby(sorted(items), key=attrgetter("kind")):
    group = list(group)
    print(f"{kind.name.title():-^40}")
    for item in group:
        print(f"{item.name:<20}{item.stock:>5} x {item.cents / 100:>8.2f}")
    print(f"{'':<20}{sum(i.value for i in group) / 100:>16,.2f}")
print(max(items, key=attrgetter("value")))
print([k for k in Kind], Kind["FOOD"].value, Kind(3))
