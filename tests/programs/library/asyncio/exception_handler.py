import asyncio


def broken():
    raise RuntimeError("in a callback")


def handler(loop, context):
    print("handler:", context["message"].split(" at ")[0], repr(context["exception"]), sorted(context))


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    loop.call_soon(broken)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "by hand", "detail": [1, 2]})
    loop.call_exception_handler({"exception": ValueError("no message")})

    def worse(loop, context):
        raise KeyError("handler")

    loop.set_exception_handler(worse)
    loop.call_exception_handler({"message": "first"})
    try:
        loop.set_exception_handler(3)
    except TypeError as error:
        print(error)


asyncio.run(main())
