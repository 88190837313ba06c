import asyncio


async def name():
    return asyncio.current_task().get_name()


async def loop_of():
    return asyncio.get_running_loop()


with asyncio.Runner() as runner:
    first = runner.run(loop_of())
    print(runner.run(loop_of()) is first, runner.get_loop() is first)
    print(runner.run(name()))
    print(first)
print(first.is_closed(), first)

try:
    runner.run(name())
except RuntimeError as error:
    print(error)


async def nested():
    coro = name()
    try:
        asyncio.run(coro)
    except RuntimeError as error:
        print(error)
    finally:
        coro.close()


asyncio.run(nested())
try:
    asyncio.run(3)
except ValueError as error:
    print(error)
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)

loop = asyncio.new_event_loop()
print(loop.run_until_complete(name()).startswith("Task-"), loop.is_running(), loop.is_closed())
loop.close()
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)
