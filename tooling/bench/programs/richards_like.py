"""A scheduler of tasks that pass packets around: objects, queues and polymorphic calls."""
from collections import deque
class Task:
    def __init__(self, name, nexts):
        self.name, self.nexts, self.inbox, self.done = name, nexts, deque(), 0
    def step(self, world):
        if not self.inbox:
            return False
        packet = self.inbox.popleft()
        self.handle(packet, world)
        self.done += 1
        return True
    def handle(self, packet, world):
        raise NotImplementedError
class Device(Task):
    def handle(self, packet, world):
        packet["hops"] += 1
        if packet["hops"] < 12:
            world[self.nexts[packet["hops"] % len(self.nexts)]].inbox.append(packet)
class Worker(Task):
    def handle(self, packet, world):
        packet["data"] = [(x * 31 + 7) & 255 for x in packet["data"]]
        packet["hops"] += 1
        world[self.nexts[packet["data"][0] % len(self.nexts)]].inbox.append(packet)
def run():
    total = 0
    for _ in range(12):
        world = {
            "a": Worker("a", ["b", "c"]), "b": Device("b", ["a", "c", "d"]),
            "c": Device("c", ["a", "d"]), "d": Worker("d", ["b", "a"]),
        }
        for i in range(300):
            world["abcd"[i % 4]].inbox.append({"hops": 0, "data": [i, i + 1, i + 2, i + 3]})
        while any([task.step(world) for task in world.values()]):
            pass
        total += sum(task.done for task in world.values())
    return total
