from abc import ABC, abstractmethod, ABCMeta
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def describe(self): return f"{self.name}: {self.area()}"
for bad in (Shape,):
    try: bad()
    except TypeError as error: print(error)
class Half(Shape):
    def area(self): return 1
try: Half()
except TypeError as error: print(error)
class Square(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
    name = "square"
print(Square(3).describe(), isinstance(Square(1), Shape), issubclass(Square, Shape), sorted(Shape.__abstractmethods__), Square.__abstractmethods__)
@Shape.register
class Foreign: pass
print(isinstance(Foreign(), Shape), issubclass(Foreign, Shape), Shape in Foreign.__mro__)
class Sized(ABC):
    @classmethod
    def __subclasshook__(cls, C): return hasattr(C, "__len__")
print(issubclass(list, Sized), isinstance(5, Sized))
from collections.abc import Iterable, Mapping, Callable, Hashable, Sequence, Iterator, MutableMapping, Container
print(isinstance([], Iterable), isinstance({}, Mapping), isinstance(len, Callable), isinstance([], Hashable), isinstance("", Sequence), isinstance(iter([]), Iterator), isinstance(5, Iterable), issubclass(set, Container))
class M(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M(); m["a"] = 1; m.update(b=2); print(dict(m), m.get("z"), m.pop("a"), "b" in m, list(m.items()), m.setdefault("c", 3), m == {"b": 2, "c": 3})
