import asyncio


async def important():
    await asyncio.sleep(0.02)
    print("important work is done")
    return 42


async def main():
    task = asyncio.create_task(important())
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.01)
    except TimeoutError:
        print("no longer waiting", task.done(), task.cancelled())
    print(await task)
    print(await asyncio.shield(task))

    inner = asyncio.create_task(important())
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    outer.cancel()
    await asyncio.sleep(0)
    print(outer.cancelled(), inner.cancelled())
    inner.cancel()
    try:
        await inner
    except asyncio.CancelledError:
        print("inner cancelled too")


asyncio.run(main())
