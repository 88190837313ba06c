def grade(n):
    if n >= 90:
        return "A"
    elif n >= 80:
        return "B"
    elif n >= 70:
        return "C"
    else:
        return "F"
print([grade(x) for x in (95, 85, 75, 10)])
x = 5
print("pos" if x > 0 else "neg" if x < 0 else "zero")
if not x:
    print("no")
elif x == 5 and (x > 3 or x < 1):
    print("five")
if x: print("one line"); print("two")
def sign(n):
    return (n > 0) - (n < 0)
print(sign(-9), sign(0), sign(3))
assert x == 5
try:
    assert x == 6, f"x is {x}"
except AssertionError as error:
    print("assert:", error)
try:
    assert (x, )[0] is None
except AssertionError as error:
    print(repr(error))
pass
...
"a string statement"
