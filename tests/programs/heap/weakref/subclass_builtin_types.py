import weakref
class L(list): pass
class D(dict): pass
class S(set): pass
class St(str): pass
class T(tuple): pass
class I(int): pass
for cls, args in ((L, ([1],)), (D, ({"a": 1},)), (S, ([1],)), (St, ("x",)), (T, ([1],)), (I, (5,))):
    o = cls(*args)
    try:
        r = weakref.ref(o)
        print(cls.__name__, r() == o, r() is o)
        del o
        print(r())
    except TypeError as error:
        print(error)
l = L([1])
d = weakref.WeakValueDictionary(l=l)
l.append(d)
print(len(d))
del l
print(len(d))
