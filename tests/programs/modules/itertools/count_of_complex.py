from itertools import count, islice

print(list(islice(count(3.25 - 4j), 3)), list(islice(count(1, 0.5j), 3)))
try:
    count('a')
except TypeError as exc:
    print(exc)
