import asyncio


def show(*args):
    print("called", *args)


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    loop.call_soon(show, "soon", 1)
    later = loop.call_later(0.02, show, "later")
    loop.call_at(start + 0.01, show, "at")
    cancelled = loop.call_later(0.015, show, "never")
    cancelled.cancel()
    print(cancelled.cancelled(), later.cancelled(), later.when() > start)
    text = repr(later)
    print(text.split(" when=")[0], text.split(" ", 2)[2])
    print(repr(loop.call_soon(show, "second")).split(" at ")[0])
    await asyncio.sleep(0.03)
    print("waited", loop.time() - start >= 0.03)
    for wrong in (lambda: loop.call_later(None, show), lambda: loop.call_at(None, show)):
        try:
            wrong()
        except TypeError as error:
            print(error)


def stop_after(loop, n, seen=[]):
    seen.append(n)
    if n == 3:
        loop.stop()
        print("stopping", seen)
    else:
        loop.call_soon(stop_after, loop, n + 1)


asyncio.run(main())
loop = asyncio.new_event_loop()
loop.call_soon(stop_after, loop, 1)
loop.run_forever()
print(loop.is_running(), loop)
loop.close()
print(loop)
