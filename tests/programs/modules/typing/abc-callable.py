# collections.abc.Callable[...] keeps its arguments in a row, and type variables in it are replaced.
import collections.abc
import pickle
import typing
from collections.abc import Callable

T = typing.TypeVar('T')
P = typing.ParamSpec('P')


def show(text):
    try:
        print(text, '->', eval(text))
    except TypeError as error:
        print(text, '->', error)


show('Callable[[int, str], float].__args__')
show('Callable[[], None]')
show('Callable[..., int]')
show('Callable[int]')
show('Callable[int, str]')
show('Callable[[T], list[T]][int]')
show('Callable[P, int][[str, int]]')
show('Callable[P, int][str, int]')
show('Callable[typing.Concatenate[int, P], T]')
show('Callable[[lambda: 0, ...], typing.Any]')
show('hash(Callable[[int], str]) == hash(Callable[[int], str])')
show('pickle.loads(pickle.dumps(Callable[[int], str]))')
show('type(Callable[[], int])')
show('isinstance(len, Callable), isinstance(5, Callable)')
