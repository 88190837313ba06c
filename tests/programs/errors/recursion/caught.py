import sys
print(sys.getrecursionlimit())
def f(n):
    return f(n + 1)
try:
    f(0)
except RecursionError as error:
    print(error)
depth = 0
def g():
    global depth
    depth += 1
    g()
try:
    g()
except RecursionError:
    print(depth)
class R:
    def __repr__(self): return repr(self)
try:
    repr(R())
except RecursionError as error:
    print(type(error).__name__, str(error)[:36])
class A:
    def __getattr__(self, name): return self.other
try:
    A().x
except RecursionError as error:
    print(error)
sys.setrecursionlimit(200)
depth = 0
try:
    g()
except RecursionError:
    print(depth)
l = []
for _ in range(100): l = [l]
print(len(repr(l)))
sys.setrecursionlimit(1000)
try:
    sys.setrecursionlimit(0)
except ValueError as error:
    print(error)
print("still fine")
