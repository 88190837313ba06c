import gc
class Session:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"Session({self.n})"
_cache = {}
def login(n):
    s = Session(n)
    _cache[n] = s
    return s
def logout(s): pass
for i in range(3): logout(login(i))
leaked = [o for o in gc.get_objects() if isinstance(o, Session)]
print(sorted(leaked, key=lambda s: s.n))
for r in gc.get_referrers(leaked[0]):
    if r is _cache: print("held by _cache")
    elif r is leaked: print("held by my own list")
    elif isinstance(r, dict): print("dict", sorted(map(str, r))[:3])
    else: print(type(r).__name__)
_cache.clear()
del leaked
print([o for o in gc.get_objects() if isinstance(o, Session)])
