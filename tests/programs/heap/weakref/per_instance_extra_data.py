import weakref
class Meta:
    _extra = weakref.WeakKeyDictionary()
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner):
        if obj is None: return self
        return self._extra.get(obj, {}).get(self.name, "unset")
    def __set__(self, obj, v): self._extra.setdefault(obj, {})[self.name] = v
class Third:
    note = Meta()
    tag = Meta()
x, y = Third(), Third()
x.note, x.tag, y.note = "xn", "xt", "yn"
print(x.note, x.tag, y.note, y.tag, len(Meta._extra), vars(x))
del x
print(len(Meta._extra))
y.note = y
r = weakref.ref(y)
del y
import gc
gc.collect()
print("value refers to key, entry stays:", r() is not None, len(Meta._extra))
r().note = None
print(r(), len(Meta._extra))
