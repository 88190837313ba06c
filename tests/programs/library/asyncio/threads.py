import asyncio


async def main():
    print(await asyncio.to_thread(sum, [1, 2, 3]))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, lambda: "executor"))
    try:
        await asyncio.to_thread(int, "x")
    except ValueError as error:
        print(error)


asyncio.run(main())
