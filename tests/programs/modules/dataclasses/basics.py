from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)
p = P(1); q = P(1, 0, ["t"])
print(p, p == q, q, asdict(q), astuple(p), replace(p, x=9), [f.name for f in fields(P)], p != P(2))
try: P()
except TypeError as error: print(error)
try: hash(p)
except TypeError as error: print(error)
@dataclass(frozen=True, order=True)
class V:
    n: int
    s: str = field(default="a", repr=False)
print(V(1) < V(2), sorted([V(3), V(1)]), hash(V(1)) == hash(V(1)), {V(1): "k"}[V(1)])
try: V(1).n = 2
except FrozenInstanceError as error: print(error)
@dataclass
class Child(P):
    z: int = 5
    def __post_init__(self): self.total = self.x + self.y + self.z
print(Child(1, 2), Child(1).total)
try:
    @dataclass
    class Bad:
        items: list = []
except ValueError as error: print(error)
try:
    @dataclass
    class Bad2:
        a: int = 1
        b: int
except TypeError as error: print(error)
@dataclass(slots=True, weakref_slot=True)
class S:
    a: int
import weakref
s = S(1); r = weakref.ref(s); print(r() is s, hasattr(s, "__dict__"), S.__slots__); del s; print(r())
@dataclass(slots=True)
class NS:
    a: int
try: weakref.ref(NS(1))
except TypeError as error: print(error)
@dataclass(eq=False)
class Node:
    name: str
    parent: "Node | None" = field(default=None, repr=False)
    children: list["Node"] = field(default_factory=list)
n = Node("root"); n.children.append(Node("kid", n)); print(n, len({n}))
