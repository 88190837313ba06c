"""A cache that never keeps an image alive by itself."""
import gc
import sys
import weakref
from functools import wraps


class Image:
    loaded = 0

    def __init__(self, path):
        Image.loaded += 1
        self.path = path
        self.pixels = bytearray(1024)

    def __repr__(self):
        return f"<Image {self.path!r}>"

    def __del__(self):
        print("freeing", self.path)


def weak_memoize(func):
    cache = weakref.WeakValueDictionary()

    @wraps(func)
    def wrapper(key):
        try:
            return cache[key]
        except KeyError:
            value = cache[key] = func(key)
            return value

    wrapper.cache = cache
    return wrapper


@weak_memoize
def load(path):
    return Image(path)


def main():
    a = load("a.png")
    b = load("a.png")
    print(a is b, Image.loaded, len(load.cache))
    c = load("c.png")
    print(sorted(load.cache), dict(load.cache))
    del a
    print("still cached:", "a.png" in load.cache)
    del b
    print("cached now:", list(load.cache))
    images = [load(f"{i}.png") for i in range(3)]
    print(len(load.cache), sys.getrefcount(images[0]))
    images.clear()
    gc.collect()
    print(len(load.cache), load.__name__)


if __name__ == "__main__":
    main()
    print("main is over", Image.loaded)
