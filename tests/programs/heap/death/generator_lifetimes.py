class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def gen():
    r = R("gen local")
    try:
        yield 1
        yield 2
    finally:
        print("gen finally")
g = gen()
print("made")
next(g)
del g
print("-- unstarted")
g = gen()
del g
print("-- exhausted")
g = gen()
print(list(g))
print("exhausted")
del g
print("-- closed")
g = gen()
next(g)
g.close()
print("closed")
print("-- break")
for x in gen():
    break
print("after break")
def yields():
    yield R("yielded 1")
    yield R("yielded 2")
for r in yields():
    print("got", r.n)
print("loop done")
del r
print("-- params")
def with_param(p):
    yield p.n
g = with_param(R("param"))
print(next(g))
print(next(g, "end"))
print("param gone with the frame")
def early():
    r = R("early")
    del r
    yield "after early"
print(next(early()))
print("-- genexp")
ge = (x.n for x in [R("e1"), R("e2")])
print(next(ge))
del ge
print("-- send")
def receiver():
    while True:
        item = yield
        print("received", item.n)
rc = receiver()
next(rc)
rc.send(R("s1"))
rc.send(R("s2"))
rc.close()
print("end")
