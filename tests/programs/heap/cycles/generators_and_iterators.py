import gc
gc.collect()
def gen_holding_itself():
    def g():
        me = yield
        yield me
    it = g()
    next(it)
    it.send(it)
gen_holding_itself()
print(gc.collect())
def gen_in_list():
    l = []
    l.append(x for x in l)
gen_in_list()
print(gc.collect())
def list_iterator():
    l = []
    l.append(iter(l))
list_iterator()
print(gc.collect())
def dict_iterator():
    d = {}
    d["it"] = iter(d)
dict_iterator()
print(gc.collect())
class Holder: pass
def object_generator():
    h = Holder()
    def walk():
        try:
            yield h
        finally:
            print("generator closed")
    h.walk = walk()
    next(h.walk)
object_generator()
print("returned")
print(gc.collect())
def map_cycle():
    l = []
    l.append(map(lambda x: l, l))
map_cycle()
print(gc.collect())
def zip_cycle():
    l = []
    l.append(zip(l, l))
    l.append(enumerate(l))
    l.append(reversed(l))
zip_cycle()
print(gc.collect())
def unstarted():
    def g(x): yield x
    l = []
    l.append(g(l))
unstarted()
print(gc.collect())
