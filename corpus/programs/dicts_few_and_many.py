"""Dicts around the sizes at which their tables change, against a plain list of pairs."""
import random
from collections import OrderedDict


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return self.name == (other.name if isinstance(other, Key) else other)

    def __repr__(self):
        return f"Key({self.name!r})"


class Text(str):
    pass


class Number(int):
    pass


plain = ["a", "b", "".join("ab"), "name", "é", "𝒜", 0, 1, 2, -1, 7, 2**31, 2**53, 2**70]
mixed = plain + [True, False, 1.0, 0.5, -0.0, None, (), (1, 2), ("a",), frozenset({1}), Text("a"), Text("b"), Number(7), Key("name"), Key(0), 2.0**70]


class Pairs:
    """What a dict does, slowly."""

    def __init__(self):
        self.pairs = []

    def find(self, key):
        return next((i for i, (k, _) in enumerate(self.pairs) if k is key or (hash(k) == hash(key) and k == key)), None)

    def set(self, key, value):
        place = self.find(key)
        if place is None:
            self.pairs.append((key, value))
        else:
            self.pairs[place] = (self.pairs[place][0], value)

    def pop(self, key):
        place = self.find(key)
        return "nothing" if place is None else self.pairs.pop(place)[1]

    def move(self, key, last):
        pair = self.pairs.pop(self.find(key))
        self.pairs.insert(len(self.pairs) if last else 0, pair)


def check(made, pairs):
    assert list(map(repr, made.items())) == list(map(repr, pairs.pairs)), (made, pairs.pairs)
    assert len(made) == len(pairs.pairs)


def play(draw, keys, kind, rounds, keep):
    made, pairs = kind(), Pairs()
    for step in range(rounds):
        key = draw.choice(keys)
        action = draw.random()
        if action < keep:
            made[key] = step
            pairs.set(key, step)
        elif action < 0.6:
            assert made.pop(key, "nothing") == pairs.pop(key)
        elif action < 0.75:
            place = pairs.find(key)
            assert made.get(key, "nothing") == ("nothing" if place is None else pairs.pairs[place][1])
            assert (key in made) == (place is not None)
        elif action < 0.8:
            assert made.setdefault(key, step) == (step if pairs.find(key) is None else pairs.pairs[pairs.find(key)][1])
            if pairs.find(key) is None:
                pairs.set(key, step)
        elif action < 0.84 and made:
            assert repr(made.popitem()) == repr(pairs.pairs.pop())
        elif action < 0.88:
            made = made.copy()
        elif action < 0.92 and kind is OrderedDict and key in made:
            last = draw.random() < 0.7
            made.move_to_end(key, last=last)
            pairs.move(key, last)
        elif action < 0.93:
            made.clear()
            pairs.pairs.clear()
        check(made, pairs)
    return made


for seed in range(12):
    draw = random.Random(seed)
    for keys in (plain[:6], plain[6:], plain, mixed):
        for kind in (dict, OrderedDict):
            for keep in (0.35, 0.5):
                made = play(draw, keys, kind, 120, keep)
    print(seed, made)

few = {name: i for i, name in enumerate("abcdefgh")}
print(few == dict(reversed(few.items())), list(few), list(reversed(few)))
del few["c"]
few["z"] = few["c"] = 0
print(few, "c" in few, 1 in few, None in few, b"c" in few)
try:
    for name in few:
        few[name + "!"] = 1
except RuntimeError as error:
    print(error)
few |= {True: "yes", 1.0: "one"}
print(few, few[1], len(few))
