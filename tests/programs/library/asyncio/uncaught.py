import asyncio


async def deep(n):
    if n == 0:
        raise LookupError("at the bottom")
    await asyncio.sleep(0)
    await deep(n - 1)


async def main():
    task = asyncio.create_task(deep(2))
    try:
        await task
    except LookupError as error:
        raise RuntimeError("main failed") from error


asyncio.run(main())
