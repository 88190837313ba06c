import asyncio


async def work(name, delay, fails=False):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    if fails:
        raise RuntimeError(name)
    print(name, "done")
    return name.upper()


async def main():
    async with asyncio.TaskGroup() as group:
        one = group.create_task(work("one", 0.02))
        two = group.create_task(work("two", 0.01), name="second")
        print(group)
    print(one.result(), two.result(), two.get_name())

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("slow", 1))
            group.create_task(work("bad", 0.01, True))
            group.create_task(work("worse", 0.01, True))
    except* RuntimeError as errors:
        print("group:", errors, sorted(map(str, errors.exceptions)))

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("child", 1))
            await asyncio.sleep(0)
            raise KeyError("body")
    except ExceptionGroup as error:
        print(repr(error))

    try:
        group.create_task(work("late", 0))
    except RuntimeError as error:
        print(error)
    try:
        asyncio.TaskGroup().create_task(work("none", 0))
    except RuntimeError as error:
        print(error)


asyncio.run(main())
