from typing import List, Dict, Optional, Union, Any, Callable, TypeVar, Generic, NamedTuple, TYPE_CHECKING, cast, Iterator, ClassVar, Protocol, Final, Tuple, Literal
T = TypeVar("T")
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
s = Stack[int]()
s.push(1)
print(s.pop(), type(s).__name__, TYPE_CHECKING, cast(int, "x"))
class P(NamedTuple):
    x: int
    y: str = "d"
print(P(1), P(1, "z").y, P._fields, P.__annotations__)
def f(a: Optional[int] = None, b: Union[int, str] = 1, *c: Any) -> Dict[str, List[int]]: return {}
print(f(), Optional[int], Union[int, str], List[int], Dict[str, int], Callable[[int], str], Any, Tuple[int, ...], Literal["a"], list[int], dict[str, int], int | None)
class HasName(Protocol):
    name: str
class Q:
    count: ClassVar[int] = 0
    LIMIT: Final = 3
print(Q.__annotations__["count"], T, Stack[int], Stack)
