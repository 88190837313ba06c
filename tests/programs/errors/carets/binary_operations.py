def a(): return 1 + "x"
def b(x): return (x * 2) + x.missing + 3
def c(): return [1, 2] + [3] + (4,) + [5]
def d(x): return x < 1 and x + 1 < "a" * 2
def e(n): return 10 % n
def f(): return -"text"
def g(x): return x ** "2"
def h(l): l += 5
def i(s): return s[0] + s[1] / s[2]
import traceback
for call in (a, lambda: b(1), c, lambda: d(0), lambda: e(0), f, lambda: g(2), lambda: h([]), lambda: i([1, 2, 0])):
    try:
        call()
    except Exception:
        traceback.print_exc()
