import asyncio
import weakref


class Job:
    alive = weakref.WeakSet()

    def __init__(self, n):
        self.n = n
        Job.alive.add(self)

    async def run(self):
        await asyncio.sleep(0.001 * self.n)
        if self.n == 3:
            raise ValueError(f"job {self.n} failed")
        return self.n * self.n


async def worker(name, queue, results):
    while True:
        job = await queue.get()
        try:
            results[job.n] = await job.run()
        except ValueError as error:
            results[job.n] = str(error)
        finally:
            queue.task_done()
            del job


async def heartbeat(stop):
    beats = 0
    while not stop.is_set():
        beats += 1
        try:
            await asyncio.wait_for(stop.wait(), 0.002)
        except TimeoutError:
            pass
    return beats > 1


async def main():
    queue = asyncio.Queue()
    results = {}
    stop = asyncio.Event()
    pulse = asyncio.create_task(heartbeat(stop))
    workers = [asyncio.create_task(worker(f"w{i}", queue, results), name=f"w{i}") for i in range(2)]
    for n in range(1, 6):
        queue.put_nowait(Job(n))
    await queue.join()
    stop.set()
    print("heartbeat:", await pulse)
    for task in workers:
        task.cancel()
    outcome = await asyncio.gather(*workers, return_exceptions=True)
    print([type(o).__name__ for o in outcome])
    print(dict(sorted(results.items())))
    print("jobs alive:", len(Job.alive))


asyncio.run(main())
