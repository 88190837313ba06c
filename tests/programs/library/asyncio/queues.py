import asyncio


async def worker(name, queue, log):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.001 * item)
        queue.task_done()
        log.append((name, item))


async def main():
    queue = asyncio.Queue()
    for item in (3, 1, 2, 5, 4, 6):
        queue.put_nowait(item)
    print(queue.qsize(), queue.empty(), queue.full(), queue.maxsize)
    log = []
    tasks = [asyncio.create_task(worker(f"worker-{i}", queue, log)) for i in range(3)]
    await queue.join()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(sorted(item for _, item in log), len(log))

    small = asyncio.Queue(maxsize=1)
    print(str(small), small._format())
    small.put_nowait("a")
    for call in (lambda: small.put_nowait("b"), lambda: asyncio.Queue().get_nowait()):
        try:
            call()
        except (asyncio.QueueFull, asyncio.QueueEmpty) as error:
            print(repr(error))

    async def producer():
        for each in "bcd":
            await small.put(each)
            print("put", each)

    task = asyncio.create_task(producer())
    for _ in range(4):
        print("got", await small.get())
    await task

    heap = asyncio.PriorityQueue()
    for each in ((2, "code"), (1, "eat"), (3, "sleep")):
        await heap.put(each)
    print([heap.get_nowait() for _ in range(3)])
    stack = asyncio.LifoQueue()
    for each in range(3):
        await stack.put(each)
    print([await stack.get() for _ in range(3)])
    try:
        stack.task_done()
        stack.task_done()
        stack.task_done()
        stack.task_done()
    except ValueError as error:
        print(error)
    stack.shutdown()
    try:
        await stack.get()
    except asyncio.QueueShutDown as error:
        print(repr(error), str(stack))


asyncio.run(main())
