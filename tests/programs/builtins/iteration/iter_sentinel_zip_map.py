lines = iter(["a", "b", "STOP", "c"])
print(list(iter(lambda: next(lines), "STOP")), next(lines))
print(list(zip([1, 2, 3], "ab")), dict(zip("ab", [1, 2])), list(zip(*[[1, 2], [3, 4]])), list(map(max, [1, 5], [3, 2])), list(map(str, [])))
a = iter([1, 2, 3, 4])
print(list(zip(a, a)))
it = iter([1, 2, 3])
short = iter([10])
print(list(zip(it, short)), list(it))
it = iter([1, 2, 3])
short = iter([10])
print(list(zip(short, it)), list(it))
print(next(iter({}), "none"), next(iter("x")), list(enumerate([], 5)))
def noisy(n):
    for i in range(n):
        print("produce", i)
        yield i
m = map(lambda x: print("map", x) or x * 10, noisy(2))
print("lazy")
print(next(m)); print(list(m))
f = filter(lambda x: print("test", x) or x % 2, noisy(3))
print(list(f))
class Seq:
    def __len__(self): return 2
    def __getitem__(self, i):
        print("get", i)
        return "ab"[i]
print(list(reversed(Seq())), list(Seq()))
print(sum(map(int, "123")), max(map(len, ["a", "bbb"])), "-".join(map(str, range(3))), set(map(abs, [-1, 1])) == {1}, sorted(map(lambda p: p[::-1], ["ab", "cd"])))
x, y = map(int, "3 4".split())
print(x + y)
