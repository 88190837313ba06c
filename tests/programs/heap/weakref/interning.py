import weakref
class Symbol:
    _table = weakref.WeakValueDictionary()
    def __new__(cls, name):
        found = cls._table.get(name)
        if found is None:
            found = super().__new__(cls)
            found.name = name
            cls._table[name] = found
        return found
    def __repr__(self): return f"Symbol({self.name})"
a, b, c = Symbol("x"), Symbol("x"), Symbol("y")
print(a is b, a is c, sorted(Symbol._table))
old = id(a)
del a, b
print(sorted(Symbol._table))
d = Symbol("x")
print(sorted(Symbol._table), Symbol("x") is d)
symbols = [Symbol(n) for n in "abcab"]
print(len(symbols), len(set(symbols)), len(Symbol._table))
symbols = None
print(sorted(Symbol._table))
