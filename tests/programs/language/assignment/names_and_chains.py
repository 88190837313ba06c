a = b = c = []
b.append(1)
print(a, b, c, a is c)
x, y = 1, 2
x, y = y, x
print(x, y)
i = 0
values = [10, 20, 30]
i, values[i] = 2, 99
print(i, values)
n = 5
n += 1
n -= 2
n *= 10
n //= 3
n **= 2
n %= 50
n <<= 3
n >>= 1
n |= 1
n &= 0xFE
n ^= 0xFF
print(n)
s = "ab"
t = s
s += "c"
print(s, t)
items = [1]
alias = items
items += [2, 3]
print(alias, alias is items)
items = items + [4]
print(alias, items)
