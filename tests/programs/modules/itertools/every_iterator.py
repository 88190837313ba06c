from itertools import *

def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(list(chain('ab', 'cd')), list(chain.from_iterable(['ab', 'c'])))
c = cycle('abc')
print([next(c) for _ in range(7)])
print(list(islice(count(), 5)), list(islice(count(10, 2), 2, 10, 3)), count(5), count(1.5, 0.5), count(2, 3), repeat('x', 3), repeat(4))
print(list(pairwise('abcd')), list(batched('abcdefg', 3)), list(zip_longest('abc', 'x', fillvalue='-')))
print(list(combinations('abcd', 2)), list(combinations_with_replacement('abc', 2)), list(permutations('abc')), list(permutations('abcd', 2)), list(product('ab', 'xy')), list(product([0, 1], repeat=3)), list(product()), list(combinations('ab', 3)), list(combinations('ab', 0)))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(None, [0, 1, 2])), list(starmap(pow, [(2, 3), (3, 2)])), list(compress('abcd', [1, 0, 1])), list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10)))
for k, g in groupby('aaabbc'):
    print(k, list(g))
gs = [(k, g) for k, g in groupby('aab')]
print([list(g) for k, g in gs])
for k, g in groupby([1, 2, 3, 4, 5], key=lambda x: x // 2):
    print(k, next(g))
a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a))
t(lambda: tee([1], -1))
t(lambda: islice([1]))
t(lambda: islice([1], -1))
t(lambda: islice([1], 1, 2, 0))
t(lambda: batched('a', 0))
t(lambda: list(batched('abc', 2, strict=True)))
t(lambda: count('a'))
t(lambda: chain(1))
t(lambda: list(chain(1)))
t(lambda: chain(a=1))
t(lambda: permutations('a', -1))
t(lambda: combinations('a'))
t(lambda: repeat())
t(lambda: len(repeat(3)))
t(lambda: product('a', repeat=-1))
t(lambda: zip_longest('a', b=1))
t(lambda: takewhile(1))
t(lambda: chain([]).foo)
t(lambda: accumulate())
t(lambda: groupby())
t(lambda: cycle(3))
t(lambda: islice([1, 2], 0, 'a'))
t(lambda: starmap(pow, [1]))
t(lambda: list(starmap(pow, [1])))
print(chain, type(tee([])[0]), chain.__module__, chain.__name__, type(next(groupby('a'))[1]))
print(chain[int], list(islice([1, 2, 3], None)), list(islice(range(10), 2, None)))
import sys

class N:
    pass
n = N()
it = combinations([n, n, n], 2)
for x in it:
    print(sys.getrefcount(n), sys.getrefcount(x))
p = permutations([n, n])
x = next(p)
print(sys.getrefcount(n))
del x
print(sys.getrefcount(n))
for a, b in pairwise([n, n, n]):
    print(sys.getrefcount(n))
print(sys.getrefcount(n))
del p, it, a, b
print(sys.getrefcount(n))
z = zip_longest([n], [n, n])
print(next(z) and sys.getrefcount(n))
print(list(z) and sys.getrefcount(n))

class It:

    def __init__(s):
        s.i = 0

    def __iter__(s):
        return s

    def __next__(s):
        s.i += 1
        if s.i > 3:
            raise StopIteration
        return s.i
print(list(chain(It(), It())), list(zip_longest(It(), [0])), list(islice(It(), 2)), [list(x) for x in tee(It())])
