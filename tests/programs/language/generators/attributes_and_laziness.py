def f():
    yield 1
    yield 2
g = f()
print(g.gi_code.co_name, g.gi_frame is not None, g.gi_yieldfrom, g.gi_suspended)
next(g)
print(g.gi_frame.f_lineno, g.gi_suspended, g.gi_running)
list(g)
print(g.gi_frame, g.gi_suspended)
data = [1, 2, 3]
lazy = (print("eval", x) or x * factor for x in data)
factor = 10
print("made")
data.append(4)
print(list(lazy))
try:
    bad = (x for x in undefined_name)
except NameError as error:
    print(error)
later = (undefined_name for x in [1])
print("ok so far")
try:
    next(later)
except NameError as error:
    print(error)
pairs = ((i, j) for i in range(3) for j in range(i))
print(list(pairs))
print(repr(f()).startswith("<generator object f at 0x"))
class Bag:
    def __iter__(self):
        yield from (1, 2, 3)
print([*Bag()], sum(Bag()), 2 in Bag())
gens = [(lambda k: (k * n for n in range(3)))(k) for k in range(2)]
print([list(q) for q in gens])
def pipeline():
    nums = (n for n in range(10))
    evens = (n for n in nums if n % 2 == 0)
    sq = (n * n for n in evens)
    return sq
print(list(pipeline()))
