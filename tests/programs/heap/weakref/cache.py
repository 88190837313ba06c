import weakref
class Image:
    loaded = 0
    def __init__(self, name):
        self.name = name
        Image.loaded += 1
        print("load", name)
    def __del__(self): print("free", self.name)
_cache = weakref.WeakValueDictionary()
def get(name):
    image = _cache.get(name)
    if image is None:
        image = _cache[name] = Image(name)
    return image
a = get("cat")
b = get("cat")
print(a is b, Image.loaded, len(_cache))
del a
print(len(_cache))
del b
print(len(_cache))
c = get("cat")
get("dog")
print(sorted(_cache), Image.loaded)
c = get("bird")
print(sorted(_cache))
