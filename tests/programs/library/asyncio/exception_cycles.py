import asyncio
import gc
import sys
import weakref


class Big:
    pass


async def fails(big):
    raise ValueError("failed")


async def main():
    gc.collect()
    big = Big()
    ref = weakref.ref(big)
    task = asyncio.create_task(fails(big))
    del big
    try:
        await task
    except ValueError as error:
        print("handled", error, ref() is not None)
    # The task's exception has a traceback, and that the frame with the argument.
    print("task still has it:", ref() is not None)
    del task
    print("held by a cycle:", ref() is not None)
    gc.collect()
    print("after a collection:", ref() is not None)

    big = Big()
    ref = weakref.ref(big)
    results = await asyncio.gather(fails(big), return_exceptions=True)
    del big
    print(results, ref() is not None, sys.getrefcount(results[0]))
    results.clear()
    print(ref() is not None)
    gc.collect()
    print(ref() is not None)


asyncio.run(main())
