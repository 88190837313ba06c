def inner():
    x = yield 1
    print("inner got", x)
    y = yield 2
    print("inner got", y)
    return "inner result"
def outer():
    r = yield from inner()
    print("outer got", r)
    yield 3
    yield from [4, 5]
    return "outer result"
g = outer()
print(next(g))
print(g.send("a"))
print(g.send("b"))
print(list(g))
def catcher():
    try:
        yield 1
    except ValueError:
        print("inner caught")
        yield "handled"
def delegate():
    try:
        yield from catcher()
    except KeyError:
        print("outer caught")
        yield "outer handled"
d = delegate()
next(d)
print(d.throw(ValueError))
print(d.throw(KeyError))
def tree(t):
    if t:
        left, value, right = t
        yield from tree(left)
        yield value
        yield from tree(right)
print(list(tree(((None, 1, None), 2, ((None, 3, None), 4, None)))))
def closer():
    try:
        yield 1
    finally:
        print("inner closed")
def wrap():
    try:
        yield from closer()
    finally:
        print("outer closed")
w = wrap()
next(w)
w.close()
def chain(*its):
    for it in its:
        yield from it
print("".join(chain("ab", "cd", ["e"])))
try:
    list((lambda: (yield from 5))())
except TypeError as error:
    print(error)
