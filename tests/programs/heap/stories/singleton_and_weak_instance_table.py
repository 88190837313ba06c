import weakref
class Meta(type):
    _instances = weakref.WeakValueDictionary()
    def __call__(cls, *args, **kwargs):
        key = (cls, args)
        inst = cls._instances.get(key)
        if inst is None:
            inst = super().__call__(*args, **kwargs)
            cls._instances[key] = inst
        return inst
class Conn(metaclass=Meta):
    def __init__(self, host):
        self.host = host
        print("connecting to", host)
    def __del__(self): print("closing", self.host)
a = Conn("db")
b = Conn("db")
print(a is b, len(Meta._instances))
del a
print("one holder left")
b = None
print(len(Meta._instances))
c = Conn("db")
print("end")
