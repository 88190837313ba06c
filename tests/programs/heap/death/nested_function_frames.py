class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def outer():
    a = R("outer a")
    middle(a)
    print("outer ends")
def middle(p):
    b = R("middle b")
    inner(p, b)
    print("middle ends")
def inner(p, q):
    c = R("inner c")
    print("inner ends", p.n, q.n)
outer()
def recursive(n):
    r = R(n)
    if n: recursive(n - 1)
    print("unwinding", n)
recursive(2)
def tail(n, r):
    if n == 0: return r.n
    return tail(n - 1, R(n))
print(tail(3, R("start")))
def early(flag):
    a = R("early a")
    if flag: return "left early"
    b = R("early b")
    return "left late"
print(early(True))
print(early(False))
def tryret():
    try:
        a = R("try a")
        return "value"
    finally:
        print("finally")
print(tryret())
