import asyncio


async def work():
    me = asyncio.current_task()
    print(me.get_name(), me in asyncio.all_tasks(), len(asyncio.all_tasks()))
    await asyncio.sleep(0)
    return me


async def outer():
    await inner()


async def inner():
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(work(), name="worker")
    print(task.get_name(), task.done(), task.get_coro().__name__)
    task.set_name("renamed")
    print(await task is task, task.get_name())
    task.set_name(17)
    print(repr(task.get_name()))
    waiting = asyncio.create_task(outer())
    await asyncio.sleep(0)
    print(waiting)
    print([frame.f_code.co_name for frame in waiting.get_stack()])
    waiting.cancel()
    print(waiting)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(waiting)
    for call in (lambda: task.set_result(1), lambda: task.set_exception(ValueError()), lambda: asyncio.Task(3)):
        try:
            call()
        except (RuntimeError, TypeError) as error:
            print(type(error).__name__, error)
    print(task.get_context() is not None, type(task.get_context()).__name__)
    try:
        await asyncio.current_task()
    except RuntimeError as error:
        print(str(error)[:29])


asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)
