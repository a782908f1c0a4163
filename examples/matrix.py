"""Matrices of exact fractions: product, determinant, inverse."""

from math import gcd


class Fraction:
    """A ratio in lowest terms; the sign is the numerator's."""

    def __init__(self, top, bottom=1):
        if isinstance(top, Fraction):
            top, bottom = top.top, top.bottom
        shared = gcd(top, bottom) if bottom > 0 else -gcd(top, bottom)
        self.top, self.bottom = top // shared, bottom // shared

    def __add__(self, other):
        other = Fraction(other)
        return Fraction(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)

    __radd__ = __add__

    def __sub__(self, other):
        return self + Fraction(-other.top, other.bottom)

    def __mul__(self, other):
        return Fraction(self.top * other.top, self.bottom * other.bottom)

    def __truediv__(self, other):
        return Fraction(self.top * other.bottom, self.bottom * other.top)

    def __eq__(self, other):
        return (self.top, self.bottom) == (other.top, other.bottom)

    def __bool__(self):
        return self.top != 0

    def __str__(self):
        return str(self.top) if self.bottom == 1 else f"{self.top}/{self.bottom}"


class Matrix:
    def __init__(self, rows):
        self.rows = [[Fraction(x) for x in row] for row in rows]

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    def __matmul__(self, other):
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in columns] for row in self.rows])

    def __pow__(self, n):
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
        return result

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def inverse(self):
        n = len(self.rows)
        work = [row + unit for row, unit in zip([r[:] for r in self.rows], Matrix.identity(n).rows)]
        for column in range(n):
            pivot = next((r for r in range(column, n) if work[r][column]), None)
            if pivot is None:
                raise ZeroDivisionError("the matrix is singular")
            work[column], work[pivot] = work[pivot], work[column]
            scale = work[column][column]
            work[column] = [x / scale for x in work[column]]
            for row in range(n):
                if row != column and work[row][column]:
                    factor = work[row][column]
                    work[row] = [x - factor * y for x, y in zip(work[row], work[column])]
        return Matrix([row[n:] for row in work])

    def __str__(self):
        return "\n".join(" ".join(f"{x!s:>8}" for x in row) for row in self.rows)


a = Matrix([[2, 1, 1], [1, 3, 2], [1, 0, 0]])
print(a, a.inverse(), a @ a.inverse(), sep="\n\n")
print(a @ a.inverse() == Matrix.identity(3), (Matrix([[1, 1], [1, 0]]) ** 60).rows[0][1])
try:
    Matrix([[1, 2], [2, 4]]).inverse()
except ZeroDivisionError as error:
    print(error)
