import weakref
class ExtendedRef(weakref.ref):
    def __init__(self, ob, callback=None, /, **annotations):
        super().__init__(ob, callback)
        self.__counter = 0
        for k, v in annotations.items():
            setattr(self, k, v)
    def __call__(self):
        ob = super().__call__()
        if ob is not None:
            self.__counter += 1
            ob = (ob, self.__counter)
        return ob
class T: pass
t = T()
r = ExtendedRef(t, color="red")
print(r()[1], r()[1], r.color, r()[0] is t)
del t
print(r(), r.color, sorted(vars(r)))
