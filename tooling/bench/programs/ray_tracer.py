"""Spheres seen by rays: small objects with operators, floats."""
from math import sqrt
class Vector:
    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z
    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)
    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)
    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)
    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z
    def unit(self):
        return self * (1.0 / sqrt(self.dot(self)))
class Sphere:
    def __init__(self, centre, radius, shine):
        self.centre, self.radius, self.shine = centre, radius, shine
    def hit(self, origin, direction):
        away = origin - self.centre
        half = away.dot(direction)
        inside = half * half - away.dot(away) + self.radius * self.radius
        if inside < 0:
            return None
        distance = -half - sqrt(inside)
        return distance if distance > 1e-4 else None
    def normal(self, point):
        return (point - self.centre).unit()
LIGHT = Vector(-1.0, 2.0, -1.5).unit()
def trace(scene, origin, direction, depth):
    nearest, found = 1e9, None
    for sphere in scene:
        distance = sphere.hit(origin, direction)
        if distance is not None and distance < nearest:
            nearest, found = distance, sphere
    if found is None:
        return 0.2 + 0.3 * max(0.0, direction.y)
    point = origin + direction * nearest
    normal = found.normal(point)
    light = max(0.0, normal.dot(LIGHT))
    if depth > 0 and found.shine > 0:
        mirrored = direction - normal * (2.0 * direction.dot(normal))
        light += found.shine * trace(scene, point, mirrored, depth - 1)
    return light
def run():
    scene = [Sphere(Vector(i - 2.0, (i % 3) * 0.7 - 0.7, 4.0 + i % 2), 0.8, 0.4 if i % 2 else 0.0) for i in range(5)]
    eye, total, side = Vector(0.0, 0.0, -1.0), 0.0, 40
    for row in range(side):
        for column in range(side):
            ray = Vector((column - side / 2) / side, (side / 2 - row) / side, 1.0).unit()
            total += trace(scene, eye, ray, 2)
    return round(total, 9)
