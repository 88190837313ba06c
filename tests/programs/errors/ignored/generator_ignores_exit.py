def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignoring")
            yield 2
            break
g = stubborn()
next(g)
del g
print("after")
