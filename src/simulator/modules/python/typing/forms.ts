/** `typing`, part 1: checks of arguments, caching, special forms and forward references. */
export const typingForms = String.raw`
from abc import abstractmethod, ABCMeta
import collections
from collections import defaultdict
import collections.abc
import copyreg
import functools
import operator
import sys
import types
from types import WrapperDescriptorType, MethodWrapperType, MethodDescriptorType, GenericAlias

from _typing import (
    _idfunc, TypeVar, ParamSpec, TypeVarTuple, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, Generic, NoDefault,
)

__all__ = [
    'Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic', 'Literal', 'Optional',
    'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple', 'Union', 'AbstractSet', 'ByteString',
    'Container', 'ContextManager', 'Hashable', 'ItemsView', 'Iterable', 'Iterator', 'KeysView', 'Mapping',
    'MappingView', 'MutableMapping', 'MutableSequence', 'MutableSet', 'Sequence', 'Sized', 'ValuesView', 'Awaitable',
    'AsyncIterator', 'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator', 'AsyncContextManager', 'Reversible',
    'SupportsAbs', 'SupportsBytes', 'SupportsComplex', 'SupportsFloat', 'SupportsIndex', 'SupportsInt',
    'SupportsRound', 'ChainMap', 'Counter', 'Deque', 'Dict', 'DefaultDict', 'List', 'OrderedDict', 'Set', 'FrozenSet',
    'NamedTuple', 'TypedDict', 'Generator', 'BinaryIO', 'IO', 'Match', 'Pattern', 'TextIO', 'AnyStr', 'assert_type',
    'assert_never', 'cast', 'clear_overloads', 'dataclass_transform', 'final', 'get_args', 'get_origin',
    'get_overloads', 'get_protocol_members', 'get_type_hints', 'is_protocol', 'is_typeddict', 'LiteralString', 'Never',
    'NewType', 'no_type_check', 'no_type_check_decorator', 'NoDefault', 'NoReturn', 'NotRequired', 'overload',
    'override', 'ParamSpecArgs', 'ParamSpecKwargs', 'ReadOnly', 'Required', 'reveal_type', 'runtime_checkable', 'Self',
    'Text', 'TYPE_CHECKING', 'TypeAlias', 'TypeGuard', 'TypeIs', 'TypeAliasType', 'Unpack',
]


def _type_convert(arg, module=None, *, allow_special_forms=False):
    """None means its type; a string is a forward reference."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """The argument, converted, or TypeError where it cannot be a type."""
    refused = (Generic, Protocol)
    if not allow_special_forms:
        refused += (ClassVar, Final) if is_argument else (ClassVar,)
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
    if isinstance(arg, _GenericAlias) and arg.__origin__ in refused:
        raise TypeError(f"{arg} is not valid as type argument")
    if arg in (Any, LiteralString, NoReturn, Never, Self, TypeAlias):
        return arg
    if allow_special_forms and arg in (ClassVar, Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg in (Generic, Protocol):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _is_param_expr(arg):
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


def _should_unflatten_callable_args(typ, args):
    return typ.__origin__ is collections.abc.Callable and not (len(args) == 2 and _is_param_expr(args[0]))


def _type_repr(obj):
    if isinstance(obj, type):
        return obj.__qualname__ if obj.__module__ == 'builtins' else f'{obj.__module__}.{obj.__qualname__}'
    if obj is ...:
        return '...'
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    if isinstance(obj, tuple):
        return '[' + ', '.join(_type_repr(each) for each in obj) + ']'
    return repr(obj)


def _collect_type_parameters(args, *, enforce_default_ordering=True):
    """The type variables in args, each once, in order of appearance."""
    found = []
    with_default = after_many = False
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, tuple):
            # The parameters of a Callable or a ParamSpec.
            for item in arg:
                found.extend(each for each in _collect_type_parameters([item]) if each not in found)
        elif hasattr(arg, '__typing_subst__'):
            if arg in found:
                continue
            if enforce_default_ordering:
                if arg.has_default():
                    if after_many:
                        raise TypeError('Type parameter with a default follows TypeVarTuple')
                    with_default = True
                elif with_default:
                    raise TypeError(
                        f'Type parameter {arg!r} without a default follows type parameter with a default')
            found.append(arg)
        else:
            after_many = after_many or _is_unpacked_typevartuple(arg)
            found.extend(each for each in getattr(arg, '__parameters__', ()) if each not in found)
    return tuple(found)


def _check_generic_specialization(cls, arguments):
    wanted = len(cls.__parameters__)
    if not wanted:
        raise TypeError(f"{cls} is not a generic class")
    given = len(arguments)
    if given == wanted or (given < wanted and cls.__parameters__[given].has_default()):
        return
    if given < wanted:
        least = wanted - sum(param.has_default() for param in cls.__parameters__)
        raise TypeError(f"Too few arguments for {cls}; actual {given}, expected at least {least}")
    raise TypeError(f"Too many arguments for {cls}; actual {given}, expected {wanted}")


def _unpack_args(*args):
    """Arguments with *tuple[int, str] replaced by its items."""
    result = []
    for arg in args:
        items = getattr(arg, '__typing_unpacked_tuple_args__', None)
        if items is None or (items and items[-1] is ...):
            result.append(arg)
        else:
            result.extend(items)
    return result


def _distinct(items):
    """The items, each once; they need not be hashable."""
    try:
        return list(dict.fromkeys(items))
    except TypeError:
        result = []
        for item in items:
            if item not in result:
                result.append(item)
        return result


_cleanups = []
_caches = {}


def _tp_cache(func=None, /, *, typed=False):
    """Remembers results; calls with unhashable arguments go through."""
    def decorator(func):
        cache = functools.lru_cache(typed=typed)(func)
        _caches[func] = cache
        _cleanups.append(cache.cache_clear)
        del cache

        @functools.wraps(func)
        def inner(*args, **kwds):
            try:
                return _caches[func](*args, **kwds)
            except TypeError:
                # Unhashable, or an error of the function itself, which comes again without the cache's frame.
                pass
            return func(*args, **kwds)
        return inner
    return decorator if func is None else decorator(func)


class _Sentinel:
    __slots__ = ()

    def __repr__(self):
        return '<sentinel>'

_sentinel = _Sentinel()


def _warn_of_missing_type_params(name):
    import warnings
    warnings.warn(
        f"Failing to pass a value to the 'type_params' parameter of {name!r} is deprecated, as it leads to incorrect "
        f"behaviour when calling {name} on a stringified annotation that references a PEP 695 type parameter. "
        "It will be disallowed in Python 3.15.", category=DeprecationWarning, stacklevel=3)


def _eval_type(t, globalns, localns, type_params=_sentinel, *, recursive_guard=frozenset()):
    """t with all forward references in it evaluated."""
    if type_params is _sentinel:
        _warn_of_missing_type_params("typing._eval_type")
        type_params = ()
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, type_params, recursive_guard=recursive_guard)
    if not isinstance(t, (_GenericAlias, GenericAlias, types.UnionType)):
        return t
    if isinstance(t, GenericAlias):
        args = tuple(ForwardRef(arg) if isinstance(arg, str) else arg for arg in t.__args__)
        is_unpacked = t.__unpacked__
        t = t.__origin__[(args[:-1], args[-1]) if _should_unflatten_callable_args(t, args) else args]
        if is_unpacked:
            t = Unpack[t]
    args = tuple(
        _eval_type(arg, globalns, localns, type_params, recursive_guard=recursive_guard) for arg in t.__args__)
    if args == t.__args__:
        return t
    return _with_args(t, args)


def _with_args(t, args):
    if isinstance(t, GenericAlias):
        return GenericAlias(t.__origin__, args)
    if isinstance(t, types.UnionType):
        return functools.reduce(operator.or_, args)
    return t.copy_with(args)


class _Final:
    """Classes below it are made with _root=True, and by this module only."""
    __slots__ = ('__weakref__',)

    def __init_subclass__(cls, /, *args, **kwds):
        if '_root' not in kwds:
            raise TypeError("Cannot subclass special typing classes")


class _NotIterable:
    __slots__ = ()
    __iter__ = None


class _SpecialForm(_Final, _NotIterable, _root=True):
    __slots__ = ('_name', '__doc__', '_getitem')

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, item):
        if item in {'__name__', '__qualname__'}:
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    @_tp_cache
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _TypedCacheSpecialForm(_SpecialForm, _root=True):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return self._getitem(self, *parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _unsubscriptable(name):
    def refuse(self, parameters):
        raise TypeError(f"{self} is not subscriptable")
    refuse.__name__ = name
    return _SpecialForm(refuse)

NoReturn = _unsubscriptable('NoReturn')
Never = _unsubscriptable('Never')
Self = _unsubscriptable('Self')
LiteralString = _unsubscriptable('LiteralString')
TypeAlias = _unsubscriptable('TypeAlias')


def _of_one_type(name, message='{} accepts only single type.', by_name=False, **options):
    def subscript(self, parameters):
        shown = self._name if by_name else self
        return _GenericAlias(self, (_type_check(parameters, message.format(shown), **options),))
    subscript.__name__ = name
    return _SpecialForm(subscript)

ClassVar = _of_one_type('ClassVar', allow_special_forms=True)
Final = _of_one_type('Final', allow_special_forms=True)
TypeGuard = _of_one_type('TypeGuard')
TypeIs = _of_one_type('TypeIs')
Required = _of_one_type('Required', '{} accepts only a single type.', by_name=True)
NotRequired = _of_one_type('NotRequired', '{} accepts only a single type.', by_name=True)
ReadOnly = _of_one_type('ReadOnly', '{} accepts only a single type.', by_name=True)


@_SpecialForm
def Union(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    members = []
    for param in tuple(_type_check(p, "Union[arg, ...]: each arg must be a type.") for p in parameters):
        if isinstance(param, (_UnionGenericAlias, types.UnionType)):
            members.extend(param.__args__)
        else:
            members.append(param)
    members = tuple(_distinct(members))
    if len(members) == 1:
        return members[0]
    if len(members) == 2 and type(None) in members:
        return _UnionGenericAlias(self, members, name="Optional")
    return _UnionGenericAlias(self, members)


def _make_union(left, right):
    return Union[left, right]


@_SpecialForm
def Optional(self, parameters):
    arg = _type_check(parameters, f"{self} requires a single type.")
    return Union[arg, type(None)]


def _with_types(parameters):
    # Literal[1] and Literal[True] differ, though 1 == True.
    return ((p, type(p)) for p in parameters)


@_TypedCacheSpecialForm
@_tp_cache(typed=True)
def Literal(self, *parameters):
    values = []
    for param in parameters:
        if isinstance(param, _LiteralGenericAlias):
            values.extend(param.__args__)
        else:
            values.append(param)
    try:
        values = [p for p, _ in dict.fromkeys(_with_types(values))]
    except TypeError:
        pass
    return _LiteralGenericAlias(self, tuple(values))


@_SpecialForm
def Concatenate(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    *front, last = parameters
    if last is not ... and not isinstance(last, ParamSpec):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    front = [_type_check(p, "Concatenate[arg, ...]: each arg must be a type.") for p in front]
    return _ConcatenateGenericAlias(self, (*front, last))


@_SpecialForm
def Unpack(self, parameters):
    item = _type_check(parameters, f'{self} accepts only single type.')
    return _UnpackGenericAlias(origin=self, args=(item,))


class ForwardRef(_Final, _root=True):
    """A type that is named in a string."""

    __slots__ = (
        '__forward_arg__', '__forward_code__', '__forward_evaluated__', '__forward_value__',
        '__forward_is_argument__', '__forward_is_class__', '__forward_module__',
    )

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            code = compile(f'({arg},)[0]' if arg.startswith('*') else arg, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_code__ = code
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, type_params=_sentinel, *, recursive_guard):
        if type_params is _sentinel:
            _warn_of_missing_type_params("typing.ForwardRef._evaluate")
            type_params = ()
        if self.__forward_arg__ in recursive_guard:
            return self
        if self.__forward_evaluated__ and localns is globalns:
            return self.__forward_value__
        if globalns is None and localns is None:
            globalns = localns = {}
        elif globalns is None:
            globalns = localns
        elif localns is None:
            localns = globalns
        if self.__forward_module__ is not None:
            globalns = getattr(sys.modules.get(self.__forward_module__, None), '__dict__', globalns)
        if type_params:
            # Type parameters hide globals, but not what the class body binds.
            globalns, localns = dict(globalns), dict(localns)
            for param in type_params:
                name = param.__name__
                if not self.__forward_is_class__ or name not in globalns:
                    globalns[name] = param
                    localns.pop(name, None)
        evaluated = _type_check(
            eval(self.__forward_code__, globalns, localns), "Forward references must evaluate to types.",
            is_argument=self.__forward_is_argument__, allow_special_forms=self.__forward_is_class__)
        self.__forward_value__ = _eval_type(
            evaluated, globalns, localns, type_params, recursive_guard=recursive_guard | {self.__forward_arg__})
        self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return (self.__forward_arg__ == other.__forward_arg__
                    and self.__forward_value__ == other.__forward_value__)
        return (self.__forward_arg__ == other.__forward_arg__
                and self.__forward_module__ == other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = '' if self.__forward_module__ is None else f', module={self.__forward_module__!r}'
        return f'ForwardRef({self.__forward_arg__!r}{module})'
`
