import asyncio


async def forever():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print("forever: cancelled")
        raise


async def main():
    try:
        await asyncio.wait_for(forever(), timeout=0.01)
    except TimeoutError as error:
        print("wait_for:", repr(error), repr(error.__cause__))
    print(await asyncio.wait_for(asyncio.sleep(0.001, "in time"), 1))
    print(await asyncio.wait_for(asyncio.sleep(0, "no limit"), None))
    try:
        async with asyncio.timeout(0.01) as limit:
            print(limit.when() is not None, limit.expired())
            await forever()
    except TimeoutError:
        print("timeout", limit.expired(), limit)
    async with asyncio.timeout(None) as limit:
        print(limit)
        limit.reschedule(asyncio.get_running_loop().time() + 10)
        await asyncio.sleep(0)
    print(limit)
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time()):
            await asyncio.sleep(0)
            await forever()
    except TimeoutError:
        print("timeout_at")
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.timeout(1):
                await asyncio.sleep(5)
    except TimeoutError:
        print("the outer one")
    try:
        limit.reschedule(None)
    except RuntimeError as error:
        print(error)
    try:
        await asyncio.wait_for(forever(), 0)
    except TimeoutError:
        print("at once")


asyncio.run(main())
