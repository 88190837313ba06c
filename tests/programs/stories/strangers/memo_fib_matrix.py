import functools
import operator
import sys
from itertools import accumulate, permutations, product


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]

    def __matmul__(self, other):
        columns = list(zip(*other.rows))
        return Matrix([[sum(map(operator.mul, row, column)) for column in columns] for row in self.rows])

    def __pow__(self, n):
        result = Matrix([[int(i == j) for j in range(len(self.rows))] for i in range(len(self.rows))])
        base = self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    def __getitem__(self, key):
        i, j = key
        return self.rows[i][j]

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __repr__(self):
        return "\n".join(" ".join(f"{v:4}" for v in row) for row in self.rows)


def fib(n):
    return (Matrix([[1, 1], [1, 0]]) ** n)[0, 1]


print(Matrix([[1, 2], [3, 4]]) @ Matrix([[0, 1], [1, 0]]))
print([fib(n) for n in range(12)], fib(300))
print(functools.reduce(operator.mul, range(1, 21)), list(accumulate([1, 2, 3, 4], operator.mul)))
print(["".join(p) for p in permutations("abc")][:4], sum(1 for _ in product("ab", repeat=5)))


@functools.singledispatch
def describe(value):
    return f"object {value!r}"


@describe.register
def _(value: int):
    return f"int {value}"


@describe.register(list)
@describe.register(tuple)
def _(value):
    return f"sequence of {len(value)}"


print(describe(3), describe([1]), describe((1, 2)), describe("x"), describe(True))
sys.setrecursionlimit(200)


def depth(n=0):
    try:
        return depth(n + 1)
    except RecursionError as error:
        return str(error)


print(depth())
