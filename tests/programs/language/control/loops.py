for i in range(3):
    print(i, end=",")
else:
    print("done")
for i in range(10):
    if i == 3:
        continue
    if i == 5:
        break
    print(i, end=" ")
else:
    print("never")
print("i =", i)
n = 0
while n < 5:
    n += 1
    if n == 2:
        continue
    if n == 4:
        break
else:
    print("never")
print(n)
for a in range(2):
    for b in range(3):
        if b == 1:
            break
        print(a, b)
    else:
        print("inner else")
for x in []:
    pass
else:
    print("empty else")
for i, c in enumerate("ab", start=1):
    print(i, c)
def find(items, wanted):
    for i, item in enumerate(items):
        if item == wanted:
            return i
    return -1
print(find("hello", "l"), find([], 1))
total = 0
for i in range(10, 0, -3):
    total += i
print(total)
while True:
    try:
        break
    finally:
        print("finally on break")
