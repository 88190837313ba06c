import asyncio


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def main():
    print("one after the other")
    await say_after(0.02, "hello")
    await say_after(0.01, "world")
    print("together")
    first = asyncio.create_task(say_after(0.05, "late"))
    second = asyncio.create_task(say_after(0.01, "early"))
    await first
    await second
    return "done"


print(asyncio.run(main()))
print(asyncio.iscoroutinefunction(main), asyncio.iscoroutinefunction(print))
coro = main()
print(asyncio.iscoroutine(coro), asyncio.iscoroutine(main))
coro.close()
