/** `abc`: abstract base classes; as `Lib/abc.py`. What the checks do is in `_abc`. */
export const abcSource = String.raw`
from _abc import (
    _abc_init, _abc_instancecheck, _abc_register, _abc_subclasscheck, _get_dump, _reset_caches, _reset_registry,
    get_cache_token,
)


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
#@ 106
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _abc_init(cls)
        return cls

    def register(cls, subclass):
#@ 115
        return _abc_register(cls, subclass)

    def __instancecheck__(cls, instance):
#@ 119
        return _abc_instancecheck(cls, instance)

    def __subclasscheck__(cls, subclass):
#@ 123
        return _abc_subclasscheck(cls, subclass)

    def _dump_registry(cls, file=None):
        registry, cache, negative, version = _get_dump(cls)
        for line in (
            f'Class: {cls.__module__}.{cls.__qualname__}',
            f'Inv. counter: {get_cache_token()}',
            f'_abc_registry: {registry!r}',
            f'_abc_cache: {cache!r}',
            f'_abc_negative_cache: {negative!r}',
            f'_abc_negative_cache_version: {version!r}',
        ):
            print(line, file=file)

    def _abc_registry_clear(cls):
        _reset_registry(cls)

    def _abc_caches_clear(cls):
        _reset_caches(cls)


def update_abstractmethods(cls):
    if not hasattr(cls, '__abstractmethods__'):
        return cls
    names = {name for base in cls.__bases__ for name in getattr(base, '__abstractmethods__', ())}
    abstract = {name for name in names if getattr(getattr(cls, name, None), '__isabstractmethod__', False)}
    for name, value in cls.__dict__.items():
        if getattr(value, '__isabstractmethod__', False):
            abstract.add(name)
    cls.__abstractmethods__ = frozenset(abstract)
    return cls


class ABC(metaclass=ABCMeta):
    __slots__ = ()
`
