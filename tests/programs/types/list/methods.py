a = [3, 1, 2]
a.append(5); a.extend("ab"); a.insert(1, "i"); a.insert(-100, "first"); a.insert(100, "last")
print(a, a.pop(), a.pop(0), a.index("a"), a.count(3))
a.remove("i"); a.reverse()
print(a)
n = [3, 1, 2, 10, -1]
n.sort(); print(n)
n.sort(reverse=True); print(n)
w = ["banana", "Apple", "cherry", "fig"]
w.sort(key=len); print(w)
w.sort(key=str.lower, reverse=True); print(w)
print(sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([2, 1], reverse=True), sorted("bca"))
c = n.copy(); c.clear(); print(n, c, n[:] == n, n[:] is n)
print([1, 2] * 2, [1] + [2], [1, [2, [3]]], [] or "empty", [1, 2, 3].index(3, 1), [0] * 3)
grid = [[0] * 2] * 2; grid[0][0] = 1; print(grid)
r = []; r.append(r); print(r, r == r, len(r))
for action in ('[].pop()', '[1].pop(5)', '[1].remove(2)', '[1].index(9)', '[1, "a"].sort()', '[1][3]', 'x = [1]; x["a"]', '[1] + (2,)', '[1].append()', '[1].append(1, 2)', '[].sort(5)', '[1].insert(1)', 'list(5)', 'list(1, 2)', '[1].extend(5)', '[1] * "a"', '[1] * 1.5', '[3].sort(key=5)', 'sorted()'):
    try:
        print(eval(action))
    except Exception as error:
        print(type(error).__name__, error)
x = [1, 2, 3]
try:
    x[10] = 1
except IndexError as error: print(error)
try:
    del x[10]
except IndexError as error: print(error)
for i in x:
    if i < 3: x.append(i + 10)
    if len(x) > 6: break
print(x)
class Mut:
    def __init__(self, l): self.l = l
    def __lt__(self, o):
        self.l.append(1); return False
l = []
l.extend([Mut(l), Mut(l)])
try: l.sort()
except ValueError as error: print(error)
print(len(l), list(reversed([1, 2])), list("ab"), list({"k": 1}), [None] * 2, [1, 2] > [1], [[]] * 2)
