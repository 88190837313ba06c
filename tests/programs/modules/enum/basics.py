from enum import Enum, IntEnum, Flag, auto, unique, IntFlag, StrEnum
class Color(Enum):
    RED = 1
    GREEN = 2
    ALIAS = 1
    def pretty(self): return self.name.title()
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["GREEN"], list(Color), Color.ALIAS is Color.RED, Color.RED.pretty(), len(Color), Color.RED in Color, isinstance(Color.RED, Color), Color.RED == 1, list(Color.__members__))
for bad in (lambda: Color(9), lambda: Color["BLUE"], lambda: setattr(Color, "RED", 5), lambda: Color.RED < Color.GREEN, lambda: Color.BLUE, lambda: Color()):
    try: bad()
    except Exception as error: print(type(error).__name__, error)
class N(IntEnum):
    A = auto()
    B = auto()
print(N.A + 1, N.B > N.A, N.A == 1, f"{N.A}", N.A, sorted([N.B, N.A]))
class F(Flag):
    R = auto(); W = auto(); X = auto()
print(F.R | F.W, F.R in (F.R | F.W), (F.R | F.W) & F.W, ~F.R, F(0), F.X.value, bool(F.R & F.W))
class S(StrEnum):
    ONE = auto()
print(S.ONE, S.ONE == "one", S.ONE.upper())
try:
    @unique
    class U(Enum):
        A = 1
        B = 1
except ValueError as error: print(error)
E = Enum("E", "X Y"); print(E.X, list(E), {Color.RED: "r"}[Color.RED], type(Color).__name__)
