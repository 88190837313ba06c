def numbers():
    yield 1


gen = numbers()
try:
    gen.throw(ValueError, 3)
except ValueError as exc:
    print(exc)


async def wait():
    pass


coroutine = wait()
try:
    coroutine.throw(ValueError, ValueError(4), None)
except ValueError as exc:
    print(exc)
