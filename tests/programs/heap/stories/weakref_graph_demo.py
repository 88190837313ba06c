import weakref
class ExpensiveObject:
    def __init__(self, name): self.name = name
    def __repr__(self): return f"ExpensiveObject({self.name})"
    def __del__(self): print(f"    (Deleting {self})")
def demo(cache_factory):
    all_refs = {}
    print("CACHE TYPE:", cache_factory.__name__)
    cache = cache_factory()
    for name in ["one", "two", "three"]:
        o = ExpensiveObject(name)
        cache[name] = o
        all_refs[name] = o
        del o
    print("  all_refs =", all_refs)
    print("  Before, cache contains:", list(cache.keys()))
    for name, value in cache.items():
        print(f"    {name} = {value}")
        del value
    print("  Cleanup:")
    del all_refs
    print("  After, cache contains:", list(cache.keys()))
    for name, value in cache.items():
        print(f"    {name} = {value}")
    print("  demo returning")
demo(dict)
print()
demo(weakref.WeakValueDictionary)
