import asyncio


async def set_after(fut, delay, value):
    await asyncio.sleep(delay)
    fut.set_result(value)


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    print(fut, fut.done(), fut.cancelled())
    for call in (fut.result, fut.exception):
        try:
            call()
        except asyncio.InvalidStateError as error:
            print(type(error).__name__, error)
    fut.add_done_callback(lambda f: print("called with", f))
    fut.add_done_callback(print)
    print(fut.remove_done_callback(print), fut.remove_done_callback(print))
    loop.create_task(set_after(fut, 0.01, "... world"))
    print("hello ...")
    print(await fut, fut)
    try:
        fut.set_result(2)
    except asyncio.InvalidStateError as error:
        print(error)
    fut.add_done_callback(lambda f: print("already done", f.result()))
    await asyncio.sleep(0)

    failed = loop.create_future()
    failed.set_exception(ValueError)
    print(repr(failed.exception()))
    try:
        await failed
    except ValueError as error:
        print("raised", error is failed.exception())
    stop = loop.create_future()
    stop.set_exception(StopIteration(1))
    try:
        await stop
    except RuntimeError as error:
        print(error, repr(error.__cause__))
    try:
        loop.create_future().set_exception("text")
    except TypeError as error:
        print(error)
    cancelled = loop.create_future()
    print(cancelled.cancel("reason"), cancelled, cancelled.cancel())
    print(asyncio.isfuture(cancelled), asyncio.isfuture(3), fut.get_loop() is loop)
    print(asyncio.Future, asyncio.Task, asyncio.Future.__mro__, issubclass(asyncio.Task, asyncio.Future))
    try:
        asyncio.Future(3)
    except TypeError as error:
        print(error)
    wrong = asyncio.wrap_future(fut)
    print(wrong is fut)


asyncio.run(main())
