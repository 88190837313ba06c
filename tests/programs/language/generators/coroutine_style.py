def averager():
    total = count = 0
    average = None
    while True:
        term = yield average
        if term is None:
            return count, average
        total += term
        count += 1
        average = total / count
def grouper(results, key):
    while True:
        results[key] = yield from averager()
data = {"a": [1, 2, 3], "b": [10.5, 20]}
results = {}
for key, values in data.items():
    g = grouper(results, key)
    next(g)
    for v in values: g.send(v)
    g.send(None)
print(results)
def prime(f):
    def start(*a):
        g = f(*a)
        next(g)
        return g
    return start
@prime
def printer(prefix):
    try:
        while True:
            print(prefix, (yield))
    except GeneratorExit:
        print(prefix, "closing")
        raise
@prime
def broadcast(*targets):
    while True:
        item = yield
        for t in targets: t.send(item)
b = broadcast(printer("one"), printer("two"))
b.send("hello")
b.send(5)
b.close()
del b
print("end")
