import asyncio
import gc
import weakref


class Image:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"<{self.name}>"


class Loader:
    """Loads each image once, and shares it as long as someone uses it."""

    def __init__(self):
        self.images = weakref.WeakValueDictionary()
        self.loading = {}
        self.count = 0

    async def get(self, name):
        image = self.images.get(name)
        if image is not None:
            return image
        if name not in self.loading:
            self.loading[name] = asyncio.create_task(self.load(name))
        return await self.loading[name]

    async def load(self, name):
        try:
            self.count += 1
            await asyncio.sleep(0.001)
            image = self.images[name] = Image(name)
            return image
        finally:
            del self.loading[name]


async def main():
    loader = Loader()
    a, b, c = await asyncio.gather(*(loader.get(n) for n in ("x", "x", "y")))
    print(a, b, c, a is b, loader.count, len(loader.images))
    gc.collect()
    del a
    print(sorted(loader.images))
    del b
    gc.collect()
    print(sorted(loader.images))
    print(await loader.get("x"), loader.count)
    print(await loader.get("y") is c, loader.count)


asyncio.run(main())
