import asyncio


async def bad(n):
    raise ValueError(n)


async def main():
    async with asyncio.TaskGroup() as group:
        for n in range(2):
            group.create_task(bad(n))


asyncio.run(main())
