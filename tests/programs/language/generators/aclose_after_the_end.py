import types


async def numbers():
    yield 1


def drive(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as exc:
        return exc.value


async def main():
    it = numbers()
    async for each in it:
        print(each)
    print(await it.aclose(), await it.aclose())


drive(main())


class Iterator:
    def __init__(self):
        self.at = 0

    def __aiter__(self):
        return self

    @types.coroutine
    def __anext__(self):
        yield from ()
        self.at += 1
        if self.at > 1:
            raise StopAsyncIteration
        return self.at


async def ask():
    it = Iterator()
    print(await anext(it, 'default'), await anext(it, 'default'))


drive(ask())


class Coroutines(Iterator):
    async def __anext__(self):
        self.at += 1
        if self.at > 1:
            raise StopAsyncIteration
        return self.at


async def ask_again():
    it = Coroutines()
    print(await anext(it, 'default'), await anext(it, 'default'))


drive(ask_again())
