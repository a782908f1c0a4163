from __future__ import annotations
print("shapes runs")
class Square:
    def __init__(self, side: Length): self.side = side
    def area(self): return self.side ** 2
