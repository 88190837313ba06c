def echo():
    received = None
    while True:
        try:
            received = yield received
            print("got", received)
        except ValueError as error:
            print("caught", error)
            received = "recovered"
        finally:
            print("loop end")
g = echo()
print(next(g))
print(g.send(10))
print(g.throw(ValueError("bad")))
print(g.send("x"))
g.close()
g.close()
try:
    next(g)
except StopIteration:
    print("closed")
g2 = echo()
try:
    g2.send(5)
except TypeError as error:
    print(error)
g2.close()
def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup")
c = cleanup()
next(c)
del c
print("after del")
for x in cleanup():
    break
print("after break")
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print("exit seen")
        yield 2
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)
def ret_on_close():
    try:
        yield
    except GeneratorExit:
        return "value"
r = ret_on_close()
next(r)
print(r.close())
t = echo()
try:
    t.throw(KeyError("early"))
except KeyError as error:
    print("early", error)
def running():
    try:
        me.send(None)
    except ValueError as error:
        print(error)
    yield
me = running()
next(me)
def leak():
    raise StopIteration("inside")
    yield
try:
    next(leak())
except RuntimeError as error:
    print(error, "|", repr(error.__cause__))
