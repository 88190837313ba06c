import asyncio


async def main():
    condition = asyncio.Condition()
    items = []

    async def consumer(name):
        async with condition:
            await condition.wait_for(lambda: items)
            print(name, "takes", items.pop(0))

    consumers = [asyncio.create_task(consumer(n)) for n in "abc"]
    await asyncio.sleep(0)
    for item in range(3):
        async with condition:
            items.append(item)
            condition.notify()
        await asyncio.sleep(0)
    await asyncio.gather(*consumers)
    for call in (condition.notify, condition.notify_all):
        try:
            call()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)

    barrier = asyncio.Barrier(3)

    async def party(name):
        print(name, "arrives", barrier.n_waiting)
        index = await barrier.wait()
        print(name, "passes", index)

    await asyncio.gather(party("x"), party("y"), party("z"))
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    waiting = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    await barrier.abort()
    try:
        await waiting
    except asyncio.BrokenBarrierError as error:
        print(error, barrier.broken)


asyncio.run(main())
