import asyncio


async def after(delay, value, error=None):
    await asyncio.sleep(delay)
    if error:
        raise error
    return value


async def main():
    tasks = [asyncio.create_task(after(d / 100, d), name=f"t{d}") for d in (3, 1, 2)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    done, pending = await asyncio.wait(tasks)
    print(sorted(t.result() for t in done), pending)

    tasks = [asyncio.create_task(after(0.05, 1)), asyncio.create_task(after(0.01, 2, KeyError("x")))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print([t.exception() for t in done], len(pending))
    done, pending = await asyncio.wait(tasks, timeout=0.001)
    print(len(done), len(pending))
    for task in pending:
        task.cancel()

    for each in asyncio.as_completed([after(0.03, "c"), after(0.01, "a"), after(0.02, "b")]):
        print(await each)
    tasks = [asyncio.create_task(after(d / 100, d)) for d in (2, 1)]
    async for task in asyncio.as_completed(tasks):
        print(task in tasks, task.result())
    try:
        for each in asyncio.as_completed([after(1, "slow")], timeout=0.01):
            await each
    except TimeoutError:
        print("as_completed: time is over")
    for wrong in ([], tasks[0], [main]):
        try:
            await asyncio.wait(wrong)
        except Exception as error:
            print(type(error).__name__, error)


asyncio.run(main())
