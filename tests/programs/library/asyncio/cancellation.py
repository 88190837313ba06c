import asyncio


async def cancel_me():
    print("cancel_me(): before sleep")
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError as error:
        print("cancel_me(): cancel sleep", error.args)
        raise
    finally:
        print("cancel_me(): after sleep")


async def stubborn():
    while True:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("not yet", asyncio.current_task().cancelling())
            asyncio.current_task().uncancel()
            return "finished anyway"


async def main():
    task = asyncio.create_task(cancel_me())
    await asyncio.sleep(0.01)
    print(task.cancel("because"), task.cancelling(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main(): cancel_me is cancelled now", error.args)
    print(task.cancelled(), task.done(), task.cancel())

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())

    never = asyncio.create_task(cancel_me())
    never.cancel()
    try:
        await never
    except asyncio.CancelledError:
        print("never began")
    try:
        never.result()
    except asyncio.CancelledError as error:
        print(repr(error))
    try:
        never.exception()
    except asyncio.CancelledError as error:
        print(repr(error))

    async def nested():
        await asyncio.gather(cancel_me(), cancel_me())

    task = asyncio.create_task(nested())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("both children too")


asyncio.run(main())
