x = 1
y = "two"
result = (x + 3) * 4 - y
