import asyncio


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


async def use(name):
    noisy = Noisy(name)
    try:
        await asyncio.sleep(10)
    finally:
        print("finally", name)


async def quick(name):
    noisy = Noisy(name)
    await asyncio.sleep(0)
    print("end of", name)


async def main():
    await quick("awaited")
    print("awaited is gone")
    task = asyncio.create_task(quick("task"))
    await task
    print("task is done")
    left = [asyncio.create_task(use(f"left {i}")) for i in range(1)]
    local = Noisy("local of main")
    await asyncio.sleep(0.001)
    print("main returns")


asyncio.run(main())
print("run is over")
