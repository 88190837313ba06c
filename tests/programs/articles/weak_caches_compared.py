"""The same image cache four times."""
import gc
import weakref
from collections import OrderedDict


class Image:
    loads = 0

    def __init__(self, path):
        Image.loads += 1
        self.path = path
        self.pixels = [0] * 4

    def __repr__(self):
        return f"<Image {self.path}>"

    def __del__(self):
        print(f"    free {self.path}")


class NoCache:
    def get(self, path):
        return Image(path)


class DictCache:
    def __init__(self):
        self.images = {}

    def get(self, path):
        if path not in self.images:
            self.images[path] = Image(path)
        return self.images[path]

    def __len__(self):
        return len(self.images)


class BoundedCache(DictCache):
    def __init__(self, size):
        self.images = OrderedDict()
        self.size = size

    def get(self, path):
        image = super().get(path)
        self.images.move_to_end(path)
        while len(self.images) > self.size:
            self.images.popitem(last=False)
        return image


class WeakCache:
    def __init__(self):
        self.images = weakref.WeakValueDictionary()

    def get(self, path):
        image = self.images.get(path)
        if image is None:
            image = self.images[path] = Image(path)
        return image

    def __len__(self):
        return len(self.images)


class HybridCache(WeakCache):
    """Weak, but the last few are kept strongly as well."""

    def __init__(self, keep):
        super().__init__()
        self.recent = []
        self.keep = keep

    def get(self, path):
        image = super().get(path)
        if image in self.recent:
            self.recent.remove(image)
        self.recent.append(image)
        del self.recent[: -self.keep]
        return image


def exercise(cache):
    print(type(cache).__name__)
    Image.loads = 0
    a = cache.get("a")
    b = cache.get("b")
    print("  same:", cache.get("a") is a)
    del a
    print("  a dropped")
    cache.get("a")
    cache.get("c")
    del b
    print("  loads:", Image.loads, "cached:", len(cache) if hasattr(cache, "__len__") else "-")


for cache in (NoCache(), DictCache(), BoundedCache(2), WeakCache(), HybridCache(1)):
    exercise(cache)
    print("  next")
cache = None
print("living:", sum(isinstance(o, Image) for o in gc.get_objects()))
