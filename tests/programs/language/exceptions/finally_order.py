log = []
def f(n):
    try:
        log.append("t")
        if n == 0: return "ret"
        if n == 1: raise ValueError
        if n == 2: 1 / 0
    except ValueError:
        log.append("e")
        return "exc"
    else:
        log.append("l")
    finally:
        log.append("f")
    log.append("a")
    return "end"
for n in range(4):
    log.clear()
    try:
        r = f(n)
    except Exception as error:
        r = type(error).__name__
    print(n, r, "".join(log))
def gen():
    try:
        yield 1
        yield 2
    finally:
        print("gen finally")
for x in gen():
    try:
        if x == 1: raise KeyError
    except KeyError:
        print("key")
    finally:
        print("loop finally")
def nested_returns():
    try:
        try:
            return 1
        finally:
            return 2
    finally:
        return 3
print(nested_returns())
def swallow():
    for _ in range(2):
        try:
            1 / 0
        finally:
            continue
    return "ok"
print(swallow())
