s = {3, 1, 2}
s.add(5); s.discard(9); s.remove(1); s.update([7, 8], (9,))
print(s, len(s), 7 in s, sorted(s), set(), {1}, set("a"), frozenset([1]), frozenset())
a, b = {1, 2, 3}, {2, 3, 4}
print(a | b, a & b, a - b, a ^ b, a <= b, {2} < a, a >= {1}, a.isdisjoint({9}), a.union([5], (6,)), a.intersection(b), a.difference(b), a.symmetric_difference(b), a.issubset(b), a.issuperset({1}))
a |= {10}; a &= {1, 10, 2}; a -= {2}; a ^= {1, 4}; print(a)
a.difference_update({4}); a.intersection_update({10}); a.symmetric_difference_update({10, 3}); print(a, a.copy() == a, a.pop(), a)
f = frozenset([1, 2])
print(f | {3}, type(f | {3}).__name__, type({3} | f).__name__, {f: "key"}[frozenset([2, 1])], f == {1, 2}, hash(f) == hash(frozenset([2, 1])), f.copy() is f)
for action in ('set().pop()', '{1}.remove(2)', '{[]}', '{1} + {2}', '{1} | [2]', 'set(5)', 'x = {1}; x[0]', 'f.add(1)', 'hash({1})', '{1} < [1]', 'set(1, 2)'):
    try:
        exec(action)
    except Exception as error:
        print(type(error).__name__, error)
try:
    for x in a | {1, 2, 3}: pass
    z = {1, 2, 3}
    for x in z: z.add(x + 10)
except RuntimeError as error: print(error)
print({x % 3 for x in range(9)}, {1, 1.0, True}, {0, False}, sorted({"b", "a"}), {(1, 2), (1, 2)}, {None})
print({1, 2} == {2, 1}, {frozenset()}, set([1, 2]) != {1}, list({5}), max({4, 2}), any({0}), sum({1, 2}))
class S(set): pass
print(S([1]), type(S([1]) | {2}).__name__, S([1]) == {1})
