def make():
    count = 0
    items = []
    def add(x):
        nonlocal count
        count += 1
        items.append(x)
        return count
    def reset():
        nonlocal count, items
        count, items = 0, []
    def get(): return count, items
    return add, reset, get
add, reset, get = make()
add("a"); add("b")
print(get())
reset()
print(get(), add("c"), get())
def accumulate():
    total = 0
    def inner(n):
        nonlocal total
        total += n
        def deeper():
            nonlocal total
            total *= 2
            return total
        return deeper
    return inner
d = accumulate()(5)
print(d(), d())
x = "module"
def outer():
    x = "outer"
    def mid():
        def inner():
            nonlocal x
            x = "changed by inner"
        inner()
        return x
    r = mid()
    return r, x
print(outer(), x)
class C:
    def m(self):
        v = 1
        class D:
            nonlocal v
            v = 2
        return v
print(C().m())
