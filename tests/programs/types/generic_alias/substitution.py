from typing import ParamSpec, TypeVar, TypeVarTuple, Unpack

T = TypeVar('T')
S = TypeVar('S')
Ts = TypeVarTuple('Ts')
P = ParamSpec('P')


def attempt(action):
    try:
        print(action())
    except Exception as exc:
        print(type(exc).__name__, exc)


print(dict[T, list[S]].__parameters__, list[dict[S, S]].__parameters__, list[int].__parameters__)
attempt(lambda: dict[T, S][int, str])
attempt(lambda: dict[T, list[S]][int, str])
attempt(lambda: dict[T, T][int])
attempt(lambda: dict[T, int][S])
attempt(lambda: list[T | None][int])
attempt(lambda: list[int][str])
attempt(lambda: dict[T, S][int])
attempt(lambda: dict[T, S][int, str, float])
attempt(lambda: tuple[T, *Ts][int, str, float])
attempt(lambda: tuple[*Ts, T][int])
attempt(lambda: tuple[Unpack[Ts]][int, str])
attempt(lambda: tuple[T, S][*tuple[int, str]])
attempt(lambda: (T | list[S])[int, str])
attempt(lambda: (T | int)[str].__args__)
attempt(lambda: (int | str)[float])
print((T | S).__parameters__, list[T].__doc__ == list.__doc__, list[int].__len__([1, 2]))
