import asyncio
import gc


async def wait_for_ever(future):
    await future


async def main():
    loop = asyncio.get_running_loop()

    def begin():
        future = loop.create_future()
        task = loop.create_task(wait_for_ever(future), name="lost")
        return task

    task = begin()
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()))
    # The task and the future hold only each other now.
    del task
    print("collecting")
    gc.collect()
    print(len(asyncio.all_tasks()))


asyncio.run(main())
