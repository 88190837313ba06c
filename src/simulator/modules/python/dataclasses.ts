/**
 * `dataclasses`: classes whose methods are written from their annotations; as `Lib/dataclasses.py`.
 *
 * Methods are made from source text, all of a class at once, so that their signatures, code and tracebacks
 * (`File "<string>", line 5, in __init__`) are those of ordinary functions; the text's layout is CPython's.
 */
export const dataclassesSource = String.raw`
import sys
import copy
import types
import keyword
import itertools
import abc
from reprlib import recursive_repr

__all__ = [
    'dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
    'astuple', 'make_dataclass', 'replace', 'is_dataclass',
]


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'
_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass
MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass
KW_ONLY = _KW_ONLY_TYPE()


class _FIELD_BASE:
    """What a field is: stored, a class variable, or only a parameter."""
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name
_FIELD = _FIELD_BASE('_FIELD')
_FIELD_CLASSVAR = _FIELD_BASE('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FIELD_BASE('_FIELD_INITVAR')

_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT_NAME = '__post_init__'
_EMPTY_METADATA = types.MappingProxyType({})

# Copied by asdict and astuple as they are.
_ATOMIC_TYPES = frozenset({
    types.NoneType, bool, int, float, str, complex, bytes, types.EllipsisType, types.NotImplementedType,
    types.CodeType, types.BuiltinFunctionType, types.FunctionType, type, range, property,
})


class InitVar:
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = (
        'name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata', 'kw_only',
        '_field_type',
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = self._field_type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else types.MappingProxyType(metadata)
        self.kw_only = kw_only

    @recursive_repr()
    def __repr__(self):
        shown = (
            'name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare', 'metadata', 'kw_only')
        parts = ','.join([f'{name}={getattr(self, name)!r}' for name in shown])
        return f'Field({parts},_field_type={self._field_type})'

    def __set_name__(self, owner, name):
        # A default that is a descriptor learns its name as well.
        method = getattr(type(self.default), '__set_name__', None)
        if method:
            method(self.default, owner, name)

    __class_getitem__ = classmethod(types.GenericAlias)


class _DataclassParams:
    __slots__ = (
        'init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots', 'weakref_slot')

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    def __repr__(self):
        parts = ','.join([f'{name}={getattr(self, name)!r}' for name in self.__slots__])
        return f'_DataclassParams({parts})'


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


class _MethodWriter:
    """Collects the source of methods; one exec makes them all."""

    def __init__(self, globals):
        self.globals = globals
        # Names that the methods use besides globals: parameters of the function around them.
        self.locals = {}
        self.methods = {}
        self.source = []

    def add(self, name, params, body, *, returns=None, decorator='', conflict=False, overwrites=False):
        """conflict: what to say, or True, if the class has the method already; False leaves the class's own."""
        self.methods[name] = (conflict, overwrites)
        arrow = f'->{returns}' if returns else ''
        self.source.append(f"{decorator} def {name}({','.join(params)}){arrow}:\n" + '\n'.join(body))

    def finish(self, cls):
        result = f"({','.join(self.methods)},)" if self.methods else '()'
        text = '\n'.join(self.source)
        namespace = {}
        exec(f"def __create_fn__({','.join(self.locals)}):\n{text}\n return {result}", self.globals, namespace)
        made = namespace['__create_fn__'](**self.locals)
        for (name, (conflict, overwrites)), method in zip(self.methods.items(), made):
            method.__qualname__ = f"{cls.__qualname__}.{method.__name__}"
            if overwrites:
                setattr(cls, name, method)
            elif _set_new_attribute(cls, name, method) and conflict:
                message = f'Cannot overwrite attribute {method.__name__} in class {cls.__name__}'
                raise TypeError(message if conflict is True else f'{message} {conflict}')


def _set_new_attribute(cls, name, value):
    """Sets what the class does not define itself; says whether it does."""
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _tuple_of(obj, names):
    return '(' + ''.join([f'{obj}.{name},' for name in names]) + ')'


def _default_name(f):
    return f'__dataclass_dflt_{f.name}__'


def _parameter(f):
    if f.default is not MISSING:
        default = '=' + _default_name(f)
    elif f.default_factory is not MISSING:
        default = '=__dataclass_HAS_DEFAULT_FACTORY__'
    else:
        default = ''
    return f'{f.name}:__dataclass_type_{f.name}__{default}'


def _initial_value(f, slots, writer):
    """The expression that __init__ stores for a field, or None for none."""
    if f.default_factory is not MISSING:
        writer.locals[_default_name(f)] = f.default_factory
        call = _default_name(f) + '()'
        return f'{call} if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}' if f.init else call
    if f.init:
        if f.default is not MISSING:
            writer.locals[_default_name(f)] = f.default
        return f.name
    if slots and f.default is not MISSING:
        # There is no class attribute to fall back on.
        writer.locals[_default_name(f)] = f.default
        return _default_name(f)
    return None


def _write_init(writer, fields, std_fields, kw_only_fields, frozen, has_post_init, self_name, slots):
    with_default = None
    for f in std_fields:
        if f.default is not MISSING or f.default_factory is not MISSING:
            with_default = f
        elif with_default:
            raise TypeError(f'non-default argument {f.name!r} follows default argument {with_default.name!r}')

    writer.locals.update({f'__dataclass_type_{f.name}__': f.type for f in fields})
    writer.locals['__dataclass_HAS_DEFAULT_FACTORY__'] = _HAS_DEFAULT_FACTORY
    writer.locals['__dataclass_builtins_object__'] = object
    body = []
    for f in fields:
        value = _initial_value(f, slots, writer)
        if value is None or f._field_type is _FIELD_INITVAR:
            continue
        if frozen:
            body.append(f'  __dataclass_builtins_object__.__setattr__({self_name},{f.name!r},{value})')
        else:
            body.append(f'  {self_name}.{f.name}={value}')
    if has_post_init:
        only_params = ','.join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        body.append(f'  {self_name}.{_POST_INIT_NAME}({only_params})')

    params = [self_name, *map(_parameter, std_fields)]
    if kw_only_fields:
        params += ['*', *map(_parameter, kw_only_fields)]
    writer.locals['__dataclass___init___return_type__'] = None
    writer.add('__init__', params, body or ['  pass'], returns='__dataclass___init___return_type__')


def _write_repr(writer, names):
    shown = ', '.join([f'{name}={{self.{name}!r}}' for name in names])
    writer.locals['__dataclasses_recursive_repr'] = recursive_repr
    writer.add('__repr__', ['self'], [f'  return f"{{self.__class__.__qualname__}}({shown})"'],
               decorator=' @__dataclasses_recursive_repr()\n')


def _write_eq(writer, names):
    same = ' and '.join([f'self.{name}==other.{name}' for name in names]) or 'True'
    writer.add('__eq__', ['self', 'other'], [
        '  if self is other:', '   return True', '  if other.__class__ is self.__class__:', f'   return {same}',
        '  return NotImplemented'])


def _write_order(writer, names):
    for name, op in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
        writer.add(name, ['self', 'other'], [
            '  if other.__class__ is self.__class__:',
            f"   return {_tuple_of('self', names)}{op}{_tuple_of('other', names)}", '  return NotImplemented',
        ], conflict='Consider using functools.total_ordering')


def _write_frozen(writer, cls, names):
    writer.locals['cls'] = cls
    writer.locals['FrozenInstanceError'] = FrozenInstanceError
    condition = 'type(self) is cls'
    if names:
        condition += ' or name in {' + ', '.join(map(repr, names)) + '}'
    for method, params, verb in (
            ('__setattr__', ['name', 'value'], 'assign to'), ('__delattr__', ['name'], 'delete')):
        writer.add(method, ['self', *params], [
            f'  if {condition}:', f'   raise FrozenInstanceError(f"cannot {verb} field {{name!r}}")',
            f"  super(cls, self).{method}({', '.join(params)})"], conflict=True)


def _decide_hash(cls, writer, fields, unsafe_hash, eq, frozen, has_own):
    if unsafe_hash:
        if has_own:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    elif not eq or has_own:
        return
    elif not frozen:
        cls.__hash__ = None
        return
    names = [f.name for f in fields if (f.compare if f.hash is None else f.hash)]
    writer.add('__hash__', ['self'], [f"  return hash({_tuple_of('self', names)})"], overwrites=True)
    cls.__hash__ = None


def _is_classvar(a_type, typing):
    return a_type is typing.ClassVar or (
        type(a_type) is typing._GenericAlias and a_type.__origin__ is typing.ClassVar)


def _is_initvar(a_type, dataclasses):
    return a_type is InitVar or type(a_type) is InitVar


def _is_kw_only(a_type, dataclasses):
    return a_type is KW_ONLY


def _word_at(text, start):
    end = start
    while end < len(text) and (text[end] == '_' or text[end].isalnum()):
        end += 1
    return text[start:end], end


def _skip_space(text, at):
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _leading_name(annotation):
    """The name that an annotation in quotes begins with: ('typing', 'ClassVar'), (None, 'ClassVar') or None."""
    word, end = _word_at(annotation, _skip_space(annotation, 0))
    if not word:
        return None
    at = _skip_space(annotation, end)
    if annotation[at:at + 1] == '.':
        second, _ = _word_at(annotation, _skip_space(annotation, at + 1))
        if second:
            return word, second
    return None, word


def _is_type(annotation, cls, a_module, a_type, predicate):
    found = _leading_name(annotation)
    if found is None:
        return False
    module_name, name = found
    module = sys.modules.get(cls.__module__)
    namespace = None
    if not module_name:
        namespace = module.__dict__
    elif module and module.__dict__.get(module_name) is a_module:
        namespace = sys.modules.get(a_type.__module__).__dict__
    return bool(namespace and predicate(namespace.get(name), a_module))


def _get_field(cls, name, a_type, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        # An inherited slot is no default.
        f = field(default=MISSING if isinstance(default, types.MemberDescriptorType) else default)
    f.name = name
    f.type = a_type
    f._field_type = _FIELD

    is_text = isinstance(a_type, str)
    typing = sys.modules.get('typing')
    dataclasses = sys.modules[__name__]
    if typing and (_is_classvar(a_type, typing)
                   or is_text and _is_type(a_type, cls, typing, typing.ClassVar, _is_classvar)):
        f._field_type = _FIELD_CLASSVAR
    elif _is_initvar(a_type, dataclasses) or is_text and _is_type(a_type, cls, dataclasses, InitVar, _is_initvar):
        f._field_type = _FIELD_INITVAR

    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f'field {f.name} cannot have a default factory')
    if f._field_type is _FIELD_CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f'field {f.name} is a ClassVar but specifies kw_only')
    elif f.kw_only is MISSING:
        f.kw_only = default_kw_only
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(
            f'mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory')
    return f


def _own_annotations(cls):
    annotations = cls.__dict__.get('__annotations__', None)
    if annotations is None:
        return {}
    if not isinstance(annotations, dict):
        raise ValueError(f"{cls!r}.__annotations__ is neither a dict nor None")
    return dict(annotations)


def _own_fields(cls, annotations, kw_only):
    found = []
    seen_marker = False
    dataclasses = sys.modules[__name__]
    for name, a_type in annotations.items():
        if a_type is KW_ONLY or (isinstance(a_type, str)
                                 and _is_type(a_type, cls, dataclasses, _KW_ONLY_TYPE, _is_kw_only)):
            if seen_marker:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_marker = kw_only = True
        else:
            found.append(_get_field(cls, name, a_type, kw_only))
    return found


def _annotation_text(annotation):
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ == 'builtins':
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


def _signature_text(cls, std_fields, kw_only_fields, wrote_init):
    """The signature of the class for its __doc__."""
    if not wrote_init or type(cls) is not type or cls.__new__ is not object.__new__:
        try:
            import inspect
            return str(inspect.signature(cls)).replace(' -> None', '')
        except (TypeError, ValueError):
            return ''
    parts = []
    for f in (*std_fields, None, *kw_only_fields) if kw_only_fields else std_fields:
        if f is None:
            parts.append('*')
            continue
        text = f'{f.name}: {_annotation_text(f.type)}'
        if f.default is not MISSING:
            text += f' = {f.default!r}'
        elif f.default_factory is not MISSING:
            text += f' = {_HAS_DEFAULT_FACTORY!r}'
        parts.append(text)
    return f"({', '.join(parts)})".replace(' -> None', '')


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    module = sys.modules.get(cls.__module__)
    writer = _MethodWriter({} if module is None else module.__dict__)
    setattr(cls, _PARAMS, _DataclassParams(
        init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot))

    fields = {}
    frozen_bases = []
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            for f in base_fields.values():
                fields[f.name] = f
            frozen_bases.append(getattr(base, _PARAMS).frozen)

    annotations = _own_annotations(cls)
    for f in _own_fields(cls, annotations, kw_only):
        fields[f.name] = f
        # The class attribute becomes the plain default, or goes.
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if any(frozen_bases) and not frozen:
        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    if frozen and frozen_bases and not all(frozen_bases):
        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, fields)

    class_hash = cls.__dict__.get('__hash__', MISSING)
    # A __hash__ of None beside an __eq__ was put there by the class statement.
    has_own_hash = class_hash is not MISSING and not (class_hash is None and '__eq__' in cls.__dict__)
    if order and not eq:
        raise ValueError('eq must be true if order is true')

    params = [f for f in fields.values() if f._field_type is not _FIELD_CLASSVAR]
    std_fields = tuple(f for f in params if f.init and not f.kw_only)
    kw_only_fields = tuple(f for f in params if f.init and f.kw_only)
    stored = [f for f in fields.values() if f._field_type is _FIELD]
    compared = [f.name for f in stored if f.compare]

    if init:
        _write_init(writer, params, std_fields, kw_only_fields, frozen, hasattr(cls, _POST_INIT_NAME),
                    '__dataclass_self__' if 'self' in fields else 'self', slots)
    _set_new_attribute(cls, '__replace__', _replace)
    if repr:
        _write_repr(writer, [f.name for f in stored if f.repr])
    if eq:
        _write_eq(writer, compared)
    if order:
        _write_order(writer, compared)
    if frozen:
        _write_frozen(writer, cls, [f.name for f in stored])
    _decide_hash(cls, writer, stored, unsafe_hash, eq, frozen, has_own_hash)
    has_own_init = '__init__' in cls.__dict__
    writer.finish(cls)

    if not getattr(cls, '__doc__'):
        cls.__doc__ = cls.__name__ + _signature_text(cls, std_fields, kw_only_fields, init and not has_own_init)
    if match_args:
        _set_new_attribute(cls, '__match_args__', tuple(f.name for f in std_fields))
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    abc.update_abstractmethods(cls)
    return cls


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _get_slots(cls):
    slots = cls.__dict__.get('__slots__')
    if slots is None:
        return ['__weakref__', '__dict__'] if getattr(cls, '__weakrefoffset__', -1) != 0 else ['__dict__']
    if isinstance(slots, str):
        return [slots]
    if hasattr(slots, '__next__'):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return slots


def _add_slots(cls, is_frozen, weakref_slot):
    """The class again, with slots: they cannot be added to one that exists."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    inherited = set(itertools.chain.from_iterable(map(_get_slots, cls.__mro__[1:-1])))
    wanted = names + (('__weakref__',) if weakref_slot else ())
    namespace["__slots__"] = tuple(name for name in wanted if name not in inherited)
    for name in (*names, '__dict__', '__weakref__'):
        namespace.pop(name, None)
    qualname = getattr(cls, '__qualname__', None)
    cls = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        cls.__qualname__ = qualname
    if is_frozen:
        # Setting attributes one by one, as copy and pickle do, is refused.
        if '__getstate__' not in namespace:
            cls.__getstate__ = _dataclass_getstate
        if '__setstate__' not in namespace:
            cls.__setstate__ = _dataclass_setstate
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process_class(
            cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _converted(obj, lambda each, convert: dict_factory(
        [(f.name, convert(getattr(each, f.name))) for f in fields(each)]))


def astuple(obj, *, tuple_factory=tuple):
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _converted(obj, lambda each, convert: tuple_factory(
        [convert(getattr(each, f.name)) for f in fields(each)]))


def _converted(obj, of_dataclass):
    """A copy in which dataclass instances, also those in containers, are replaced by what of_dataclass makes."""
    def convert(value):
        kind = type(value)
        if kind in _ATOMIC_TYPES:
            return value
        if hasattr(kind, _FIELDS):
            return of_dataclass(value, convert)
        if issubclass(kind, tuple) and hasattr(value, '_fields'):
            return kind(*[convert(each) for each in value])
        if issubclass(kind, (list, tuple)):
            return kind([convert(each) for each in value])
        if issubclass(kind, dict):
            if hasattr(kind, 'default_factory'):
                result = kind(value.default_factory)
                for key, each in value.items():
                    result[convert(key)] = convert(each)
                return result
            return kind([(convert(key), convert(each)) for key, each in value.items()])
        return copy.deepcopy(value)
    try:
        return convert(obj)
    finally:
        # The function refers to itself.
        convert = None


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, tp = item, 'typing.Any'
        elif len(item) == 2:
            name, tp = item
        elif len(item) == 3:
            name, tp, defaults[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if keyword.iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = tp

    def fill(ns):
        ns.update(namespace or {})
        ns.update(defaults)
        ns['__annotations__'] = annotations

    cls = types.new_class(cls_name, bases, {}, fill)
    if module is None:
        try:
            module = sys._getframe(1).f_globals.get('__name__', '__main__')
        except (AttributeError, ValueError):
            pass
    if module is not None:
        cls.__module__ = module
    return dataclass(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
        kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(
                    f'field {f.name} is declared with init=False, it cannot be specified with replace()')
        elif f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
`
