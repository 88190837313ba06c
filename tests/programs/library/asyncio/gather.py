import asyncio


async def factorial(name, number):
    f = 1
    for i in range(2, number + 1):
        print(f"Task {name}: factorial({number}), step {i}")
        await asyncio.sleep(0)
        f *= i
    return f


async def fail(after):
    await asyncio.sleep(after)
    raise ValueError(f"after {after}")


async def main():
    print(await asyncio.gather(factorial("A", 2), factorial("B", 3), factorial("C", 4)))
    print(await asyncio.gather())
    print(await asyncio.gather(factorial("D", 1), fail(0.01), return_exceptions=True))
    same = factorial("E", 2)
    print(await asyncio.gather(same, same))
    try:
        await asyncio.gather(fail(0.02), fail(0.01), factorial("F", 2))
    except ValueError as error:
        print("first to fail:", error)
    future = asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
    print(type(future).__name__, future.done())
    future.cancel("enough")
    try:
        await future
    except asyncio.CancelledError as error:
        print("cancelled", error.args, future.cancelled())


asyncio.run(main())
