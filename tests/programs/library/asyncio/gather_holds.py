import asyncio
import gc
import weakref


class Result:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Result({self.name})"

    def __del__(self):
        print("dies", self)


async def make(name):
    await asyncio.sleep(0)
    return Result(name)


async def main():
    outer = asyncio.gather(make("a"), make("b"))
    children = [weakref.ref(task) for task in outer._children]
    first, second = await outer
    print("results are here", first, second)
    print([ref() is not None for ref in children])
    del first
    print("the gathering future still has it")
    del outer
    print([ref() is not None for ref in children])
    gc.collect()
    print([ref() is not None for ref in children])
    del second
    print("end")


asyncio.run(main())
