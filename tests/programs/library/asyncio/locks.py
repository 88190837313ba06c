import asyncio


def show(thing):
    text = repr(thing)
    return text[: text.index(" object")] + text[text.index(" [") :]


async def main():
    lock = asyncio.Lock()
    order = []

    async def critical(name):
        async with lock:
            order.append(f"{name} in")
            await asyncio.sleep(0)
            order.append(f"{name} out")

    print(show(lock))
    await asyncio.gather(*(critical(n) for n in "abc"))
    print(order, lock.locked())
    async with lock:
        print(show(lock))
        waiting = asyncio.create_task(lock.acquire())
        await asyncio.sleep(0)
        print(show(lock))
    print(await waiting, show(lock))
    lock.release()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)

    event = asyncio.Event()

    async def waiter(name):
        await event.wait()
        print(name, "saw it")

    tasks = [asyncio.create_task(waiter(n)) for n in ("x", "y")]
    await asyncio.sleep(0)
    print(show(event), event.is_set())
    event.set()
    await asyncio.gather(*tasks)
    print(show(event), await event.wait())
    event.clear()
    print(event.is_set())

    semaphore = asyncio.Semaphore(2)
    running = most = 0

    async def limited():
        nonlocal running, most
        async with semaphore:
            running += 1
            most = max(most, running)
            await asyncio.sleep(0)
            running -= 1

    await asyncio.gather(*(limited() for _ in range(6)))
    print("at most", most, show(semaphore))
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)


asyncio.run(main())
