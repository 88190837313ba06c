"""A small WeakValueDictionary written by hand, to see how it works."""
import weakref


class KeyedRef(weakref.ref):
    __slots__ = ("key",)

    def __new__(cls, obj, callback, key):
        self = super().__new__(cls, obj, callback)
        self.key = key
        return self

    def __init__(self, obj, callback, key):
        super().__init__(obj, callback)


class WeakValues:
    def __init__(self):
        self._data = {}
        owner = weakref.ref(self)

        def remove(ref):
            me = owner()
            if me is not None:
                print(f"    drop {ref.key!r}")
                if me._data.get(ref.key) is ref:
                    del me._data[ref.key]

        self._remove = remove

    def __setitem__(self, key, value):
        self._data[key] = KeyedRef(value, self._remove, key)

    def __getitem__(self, key):
        value = self._data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __delitem__(self, key):
        del self._data[key]

    def __contains__(self, key):
        ref = self._data.get(key)
        return ref is not None and ref() is not None

    def __len__(self):
        return sum(ref() is not None for ref in self._data.values())

    def __iter__(self):
        for key, ref in list(self._data.items()):
            if ref() is not None:
                yield key

    def items(self):
        for key in self:
            value = self._data[key]()
            if value is not None:
                yield key, value


class Value:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Value({self.n})"


table = WeakValues()
a, b, c = Value(1), Value(2), Value(3)
table["a"], table["b"], table["c"] = a, b, c
print(len(table), list(table), table["b"], "c" in table, "z" in table)
print("drop b")
del b
print(len(table), dict(table.items()))
print("replace a")
table["a"] = c
del a
print(table["a"], len(table))
print("delete by hand")
del table["c"]
print(list(table))
for key in ("b", "c", "zzz"):
    try:
        table[key]
    except KeyError as error:
        print("KeyError", error)
table["temporary"] = Value(99)
print(list(table))
print("drop the last value")
c = None
print(len(table))
d = Value(4)
table["d"] = d
probe = weakref.ref(table)
del table
print("table freed while a value lives:", probe())
del d
print("no callback after the table")
try:
    WeakValues()["x"] = 5
except TypeError as error:
    print(error)
