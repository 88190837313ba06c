import gc
gc.collect()
def make_class():
    class Local: pass
make_class()
print(gc.collect())
print(gc.collect())
def with_methods():
    class Local:
        x = 1
        def a(self): pass
        def b(self): pass
        @property
        def c(self): return 1
with_methods()
print(gc.collect())
def with_instance():
    class Local: pass
    o = Local()
    o.me = o
with_instance()
print(gc.collect())
def inherit():
    class A: pass
    class B(A): pass
inherit()
print(gc.collect())
def slotted():
    class S:
        __slots__ = ("a", "b")
slotted()
print(gc.collect())
def by_type():
    type("Made", (), {"x": 1})
by_type()
print(gc.collect())
def with_super():
    class S:
        def m(self): return super().m()
with_super()
print(gc.collect())
def exception_class():
    class E(Exception): pass
    try:
        raise E
    except E:
        pass
exception_class()
print(gc.collect() > 0)
