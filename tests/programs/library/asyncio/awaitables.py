import asyncio
import types


class Awaitable:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return self.value


class BareYield:
    def __await__(self):
        got = yield
        return got


class BadYield:
    def __await__(self):
        yield 42


@types.coroutine
def old_style():
    yield
    return "old"


async def main():
    print(await Awaitable(1))
    print(await BareYield())
    print(await old_style())
    print(await asyncio.ensure_future(Awaitable(2)))
    try:
        await BadYield()
    except RuntimeError as error:
        print(error)
    try:
        asyncio.ensure_future(3)
    except TypeError as error:
        print(error)
    other = asyncio.new_event_loop()
    foreign = other.create_future()
    try:
        await foreign
    except RuntimeError as error:
        print(str(error)[-32:])
    other.close()
    try:
        await 3
    except TypeError as error:
        print(error)


asyncio.run(main())
