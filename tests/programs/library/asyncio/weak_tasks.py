import asyncio
import gc
import weakref


class Payload:
    def __del__(self):
        print("payload dies")


async def background(payload):
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        print("background ends")


async def sleeper(payload):
    await asyncio.sleep(0.01)
    print("sleeper wakes")


async def main():
    loop = asyncio.get_running_loop()
    # Nothing but the cycle task -> future -> callback -> task holds this one.
    ref = weakref.ref(loop.create_task(background(Payload())))
    ref()._log_destroy_pending = False
    await asyncio.sleep(0)
    print(ref() is not None, len(asyncio.all_tasks()))
    gc.collect()
    print(ref(), len(asyncio.all_tasks()))

    # A task that sleeps is held by its timer.
    ref = weakref.ref(loop.create_task(sleeper(Payload())))
    gc.collect()
    print(ref() is not None)
    await asyncio.sleep(0.02)
    print(ref())

    # The usual advice: hold it, and let it go when it is done.
    held = set()
    task = loop.create_task(sleeper(Payload()))
    held.add(task)
    task.add_done_callback(held.discard)
    ref = weakref.ref(task)
    del task
    await asyncio.sleep(0.02)
    print(held, ref())


asyncio.run(main())
