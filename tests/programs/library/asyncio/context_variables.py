import asyncio
import contextvars

request = contextvars.ContextVar("request", default="none")


async def handle(name):
    request.set(name)
    await asyncio.sleep(0)
    return await log()


async def log():
    await asyncio.sleep(0)
    return f"in {request.get()}"


async def main():
    print(await asyncio.gather(handle("a"), handle("b"), log()))
    print(request.get())
    request.set("main")
    print(await asyncio.create_task(log()))
    context = contextvars.copy_context()
    context.run(request.set, "given")
    print(await asyncio.create_task(log(), context=context))
    asyncio.get_running_loop().call_soon(lambda: print("callback", request.get()))
    asyncio.get_running_loop().call_soon(lambda: print("callback", request.get()), context=context)
    await asyncio.sleep(0)
    print(await asyncio.to_thread(request.get))

    async def changes():
        request.set("changed inside")

    await changes()
    print(request.get())
    await asyncio.create_task(asyncio.sleep(0))
    await asyncio.create_task(handle("task"))
    print(request.get())


asyncio.run(main())
print(request.get())
