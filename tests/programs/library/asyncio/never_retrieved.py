import asyncio
import gc


async def fails(name):
    raise ValueError(name)


async def main():
    task = asyncio.create_task(fails("task"))
    await asyncio.sleep(0)
    print("the task dies unasked")
    del task
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError("future"))
    print("so does the future")
    del future
    asked = asyncio.create_task(fails("asked"))
    await asyncio.sleep(0)
    print("asked:", repr(asked.exception()))
    del asked
    collected = asyncio.create_task(fails("in a cycle"))
    collected.me = collected
    await asyncio.sleep(0)
    del collected
    print("collecting")
    gc.collect()
    print("end")


asyncio.run(main())
