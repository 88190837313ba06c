r = range(2, 10, 3)
print(r, list(r), len(r), r[1], r[-1], 5 in r, 6 in r, r.index(8), r.count(2), r.start, r.stop, r.step, r[1:], r[::-1])
print(range(0), list(range(5, 0, -2)), range(3) == range(0, 3), range(0, 5, 2) == range(0, 6, 2), hash(range(3)) == hash(range(0, 3)), bool(range(0)), list(reversed(range(4))))
print(range(10 ** 20)[10 ** 19], len(range(10 ** 10)), 10 ** 15 in range(0, 10 ** 20, 10), max(range(5)), sum(range(101)))
for action in ('range()', 'range(1.5)', 'range(1, 2, 0)', 'range(5)[9]', 'range("a")', 'range(3).index(7)', 'range(1, 2, 3, 4)', 'range(3)[0] = 1', 'range(10) + range(3)', 'len(range(10 ** 20))'):
    try:
        exec(action)
    except Exception as error:
        print(type(error).__name__, error)
it = iter(range(3))
print(next(it), list(it), list(it), type(it).__name__)
print([*range(3)], tuple(range(1, 4)), dict(zip("ab", range(2))), "".join(map(str, range(5))))
