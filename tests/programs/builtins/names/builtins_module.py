import builtins
print(builtins.len is len, __builtins__ is builtins, builtins.__name__)
names = "abs all any ascii bin bool bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash hex id input int isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip __import__ Ellipsis NotImplemented None True False __debug__ __build_class__ BaseException Exception ArithmeticError AssertionError".split()
print([n for n in names if not hasattr(builtins, n)])
len = lambda x: "shadowed"
print(len([]))
del len
print(len([]))
builtins.extra = 42
print(extra)
del builtins.extra
try:
    extra
except NameError as error:
    print(error)
def f():
    global print
    saved = print
    print = lambda *a: saved("wrapped:", *a)
    print("x")
    del globals()["print"]
f()
print("normal")
