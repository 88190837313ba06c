# AsyncExitStack: exits that are pushed, and what an exception in one of them refers to.
import asyncio
from contextlib import AsyncExitStack


class Suppressing:
    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        print('suppresses', repr(exc))
        return True


async def raising(exc_type, exc, tb):
    print('raises after', repr(exc))
    raise KeyError('second')


async def main():
    async with AsyncExitStack() as stack:
        print(stack.push_async_exit(Suppressing()) is not None)
        1 / 0
    try:
        async with AsyncExitStack() as stack:
            stack.push_async_exit(raising)
            stack.callback(print, 'called back')
            raise ValueError('first')
    except KeyError as error:
        print(repr(error), repr(error.__context__))
    async with AsyncExitStack() as stack:
        stack.push_async_exit(Suppressing())
        stack.push_async_exit(raising)
        rest = stack.pop_all()
    await rest.aclose()
    try:
        stack.push_async_exit(5)
        await stack.aclose()
    except TypeError as error:
        print(error)


asyncio.run(main())
