from functools import lru_cache, cache
calls = []
@lru_cache(maxsize=2)
def f(x, y=0):
    calls.append(x)
    return x * 10
print(f(1), f(1), f(2), f(3), f(1), calls, f.cache_info())
f.cache_clear()
print(f.cache_info(), f.__name__, f.__wrapped__(5), f.cache_parameters())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), fib.cache_info())
@lru_cache
def g(*args, **kw): return len(args)
print(g(1), g(1.0), g(x=1), g.cache_info().misses)
try:
    g([])
except TypeError as error:
    print(error)
@lru_cache(maxsize=None, typed=True)
def t(x): return type(x).__name__
print(t(1), t(1.0), t(True), t.cache_info().currsize)
class Key:
    def __init__(self, n): self.n = n
    def __del__(self): print("key dies", self.n)
    def __hash__(self): return self.n
    def __eq__(self, o): return self.n == o.n
@lru_cache(maxsize=2)
def h(k): return k.n
for i in range(4): h(Key(i))
print("filled")
h.cache_clear()
print("cleared")
