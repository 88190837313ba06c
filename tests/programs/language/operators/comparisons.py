print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 == 2, 1 == 1.0 == True)
print([1, 2] < [1, 3], [1] < [1, 0], (1, "a") < (1, "b"), "a" < "B", "abc" < "abd")
print([] == [], [] is not None, {} == {}, {1: 2} == {1: 2.0})
print({1, 2} <= {1, 2, 3}, {1} < {1}, {1} | {2} == {1, 2})
print(1 in [1, 2], 3 not in (1, 2), "b" in "abc", "" in "abc", "k" in {"k": 1}, 5 in range(0, 10, 5))
print(None is None, None == 0, False == 0, "1" == 1)
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], nan != nan)
for a, b in [(1, "a"), ([], ()), ({}, {}), (None, 1), (1j, 2)]:
    try:
        print(a < b)
    except TypeError as error:
        print(error)
class Always:
    def __eq__(self, other):
        print("eq", other)
        return "yes"
    def __contains__(self, x):
        return [1]
print(Always() == 1, 1 == Always(), Always() != 2, 5 in Always())
