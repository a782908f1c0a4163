"""Dataclasses, enums and named tuples: an order book and its report."""
from collections import namedtuple
from dataclasses import dataclass, field, replace
from enum import Enum, IntFlag
class Side(Enum):
    BUY = "buy"
    SELL = "sell"
    @property
    def other(self):
        return Side.SELL if self is Side.BUY else Side.BUY
class Mark(IntFlag):
    NONE = 0
    FILLED = 1
    PARTIAL = 2
@dataclass(order=True)
class Order:
    price: int
    number: int
    side: Side = field(compare=False)
    amount: int = field(compare=False, default=1)
    mark: Mark = field(compare=False, default=Mark.NONE)
@dataclass(frozen=True, slots=True)
class Trade:
    price: int
    amount: int
    side: Side
Point = namedtuple("Point", "time price amount")
def run():
    book, trades, points, seed = {Side.BUY: [], Side.SELL: []}, [], [], 99
    for number in range(1_500):
        seed = (seed * 1_103_515_245 + 12_345) % 2**31
        side = Side.BUY if seed & 64 else Side.SELL
        order = Order(100 + (seed >> 8) % 20, number, side, 1 + (seed >> 16) % 5)
        against = book[side.other]
        while against and order.amount and (order.price >= against[0].price if side is Side.BUY else order.price <= against[-1].price):
            best = against[0 if side is Side.BUY else -1]
            amount = min(order.amount, best.amount)
            trades.append(Trade(best.price, amount, side))
            points.append(Point(time=number, price=best.price, amount=amount))
            order.amount -= amount
            if best.amount == amount:
                against.remove(best)
            else:
                against[0 if side is Side.BUY else -1] = replace(best, amount=best.amount - amount, mark=best.mark | Mark.PARTIAL)
        if order.amount:
            book[side].append(order)
            book[side].sort()
            del book[side][:-60]
    volume = {side: sum(trade.amount for trade in trades if trade.side is side) for side in Side}
    unique = len({(trade.price, trade.amount) for trade in trades} | {Trade(1, 2, Side.BUY)})
    last = max(points)._replace(time=0)
    return volume[Side.BUY], volume[Side.SELL], unique, last, sum(Mark.PARTIAL in order.mark for order in book[Side.BUY] + book[Side.SELL])
