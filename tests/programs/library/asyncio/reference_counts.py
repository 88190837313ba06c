import asyncio
import sys


class Thing:
    pass


async def hold(thing):
    print("in the coroutine", sys.getrefcount(thing))
    await asyncio.sleep(0)
    print("after a step", sys.getrefcount(thing))
    return thing


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print("future", sys.getrefcount(future))
    future.add_done_callback(print)
    print("with a callback", sys.getrefcount(future))

    async def wait():
        return await future

    task = asyncio.create_task(wait())
    print("task made", sys.getrefcount(task), sys.getrefcount(future))
    await asyncio.sleep(0)
    print("task waits", sys.getrefcount(task), sys.getrefcount(future))
    future.remove_done_callback(print)
    thing = Thing()
    future.set_result(thing)
    print("result set", sys.getrefcount(thing), sys.getrefcount(future), sys.getrefcount(task))
    await asyncio.sleep(0)
    print("task done", sys.getrefcount(thing), sys.getrefcount(task), task.done())
    del future
    print("without the future", sys.getrefcount(thing))
    del task
    print("without the task", sys.getrefcount(thing))
    print("awaited", await hold(thing) is thing, sys.getrefcount(thing))
    task = asyncio.create_task(hold(thing))
    print("argument of a task", sys.getrefcount(thing))
    await task
    print("result of a task", sys.getrefcount(thing))
    del task
    print("the end", sys.getrefcount(thing))


asyncio.run(main())
