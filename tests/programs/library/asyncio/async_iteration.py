import asyncio
import contextlib


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(0)
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


async def ticker(n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0.001)
    finally:
        print("ticker closes")


@contextlib.asynccontextmanager
async def connection(name):
    print("open", name)
    await asyncio.sleep(0)
    try:
        yield name
    finally:
        await asyncio.sleep(0)
        print("close", name)


async def main():
    print([n async for n in Countdown(3)])
    print({n: n * n async for n in ticker(3) if n})
    async with connection("db") as name, connection("cache"):
        print("using", name)
    generator = ticker(5)
    async for n in generator:
        if n == 1:
            break
    print("left the loop")
    await generator.aclose()
    other = ticker(2)
    print(await anext(other), await anext(other), await anext(other, "end"))
    forgotten = ticker(9)
    print(await anext(forgotten))


asyncio.run(main())
print("after run")
