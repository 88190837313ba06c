t = (1, 2, 3)
print(t, (1,), (), 1, t + (4,), t * 2, t[0], t[-1], t[1:], len(t), 2 in t, t.index(3), t.count(1))
print(tuple("ab"), tuple([1]), tuple(), tuple() is tuple(""), (1, [2])[1], hash((1, 2)) == hash((1, 2)), t == (1, 2, 3), t < (1, 3))
print({(1, 2): "key"}[1, 2], max((1, 5), (2, 0)), tuple(sorted((3, 1))), ((1, 2), 3), (1, "a", None, True, 2.5))
for action in ('t[0] = 1', 't[9]', 't.index(9)', 'del t[0]', 't + [1]', 'hash((1, []))', 't.append(1)', 't["a"]', 'tuple(5)'):
    try:
        exec(action)
    except Exception as error:
        print(type(error).__name__, error)
inner = []
u = (inner, inner)
inner.append(u)
print(u)
print(repr(((),)), (lambda *a: a)(), tuple(x for x in range(3)), divmod(7, 2), "a b".partition(" "))
a = (1, 2)
b = a
b += (3,)
print(a, b, tuple(a) is a, a[:] is a)
