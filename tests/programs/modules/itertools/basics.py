from itertools import *
print(list(islice(count(5, 2), 4)), list(islice("abcdef", 1, 5, 2)), list(repeat("x", 3)), list(islice(cycle("ab"), 5)))
print(list(chain([1], "ab", (2,))), list(chain.from_iterable([[1], [2, 3]])), list(accumulate([1, 2, 3])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)))
print(list(takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 5, 1])), list(filterfalse(lambda x: x % 2, range(5))), list(compress("abc", [1, 0, 1])))
print([(k, list(g)) for k, g in groupby("aabbca")], list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(permutations([1, 2, 3], 2)), list(combinations("abc", 2)), list(combinations_with_replacement("ab", 2)))
print(list(zip_longest([1, 2, 3], "a", fillvalue="-")), list(starmap(pow, [(2, 3), (3, 2)])), list(pairwise([1, 2, 3])), list(batched("abcde", 2)))
a, b = tee([1, 2, 3])
print(list(a), list(b))
print(next(count()), list(islice(count(0.5, 0.5), 3)), len(list(permutations(range(5)))), repr(count(3)), repr(repeat(1, 2)))
try:
    list(islice([1], -1))
except ValueError as error:
    print(error)
print(sum(1 for _ in combinations(range(6), 3)), [sum(g) for _, g in groupby([1, 1, 2], key=lambda x: x)])
