/** `typing`, part 5: NamedTuple, TypedDict and NewType. */
export const typingRecords = String.raw`
def _make_nmtuple(name, fields, module, defaults=()):
    names = [n for n, _ in fields]
    annotations = {n: _type_check(t, f"field {n} annotation must be a type") for n, t in fields}
    made = collections.namedtuple(name, names, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = annotations
    return made


_prohibited = frozenset({
    '__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_make', '_replace', '_asdict',
    '_source',
})
_special = frozenset({'__module__', '__name__', '__annotations__'})


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        annotations = ns.get('__annotations__', {})
        with_default = []
        for name in annotations:
            if name in ns:
                with_default.append(name)
            elif with_default:
                raise TypeError(
                    f"Non-default namedtuple field {name} cannot follow default field"
                    f"{'s' if len(with_default) > 1 else ''} {', '.join(with_default)}")
        made = _make_nmtuple(
            typename, annotations.items(), defaults=[ns[n] for n in with_default], module=ns['__module__'])
        made.__bases__ = bases
        if Generic in bases:
            made.__class_getitem__ = classmethod(_generic_class_getitem)
        for key, val in ns.items():
            if key in _prohibited:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key in _special:
                continue
            if key not in made._fields:
                setattr(made, key, val)
            set_name = getattr(type(val), '__set_name__', None)
            if set_name is not None:
                try:
                    set_name(val, made, key)
                except BaseException as e:
                    e.add_note(
                        f"Error calling __set_name__ on {type(val).__name__!r} instance {key!r} in {typename!r}")
                    raise
        if Generic in bases:
            made.__init_subclass__()
        return made


def _deprecated_call(what, message):
    import warnings
    warnings._deprecated(what, message=message, remove=(3, 15))


def NamedTuple(typename, fields=_sentinel, /, **kwargs):
    if fields is _sentinel or fields is None:
        advice = (
            "{name} is deprecated and will be disallowed in Python {remove}. To create a NamedTuple class with 0 "
            f"fields using the functional syntax, pass an empty list, e.g. \x60{typename} = "
            f"NamedTuple({typename!r}, [])\x60.")
        if fields is None:
            if kwargs:
                raise TypeError(
                    "Cannot pass \x60None\x60 as the 'fields' parameter and also specify fields using keyword arguments")
            _deprecated_call("Passing \x60None\x60 as the 'fields' parameter", advice)
        elif kwargs:
            _deprecated_call(
                "Creating NamedTuple classes using keyword arguments",
                "{name} is deprecated and will be disallowed in Python {remove}. "
                "Use the class-based or functional syntax instead.")
        else:
            _deprecated_call("Failing to pass a value for the 'fields' parameter", advice)
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    made = _make_nmtuple(typename, fields, module=_caller())
    made.__orig_bases__ = (NamedTuple,)
    return made

_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})


def _namedtuple_mro_entries(bases):
    return (_NamedTuple,)

NamedTuple.__mro_entries__ = _namedtuple_mro_entries


def _get_typeddict_qualifiers(annotation):
    """Required, NotRequired and ReadOnly around a type."""
    while True:
        origin = get_origin(annotation)
        if origin in (Required, NotRequired, ReadOnly):
            yield origin
        elif origin is not Annotated:
            return
        annotation = get_args(annotation)[0]


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic_base = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic_base, dict), ns)
        if not hasattr(made, '__orig_bases__'):
            made.__orig_bases__ = bases
        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {
            key: _type_check(tp, message, module=made.__module__)
            for key, tp in ns.get('__annotations__', {}).items()
        }
        annotations = {}
        required, optional, readonly, mutable = set(), set(), set(), set()
        for base in bases:
            names = base.__dict__
            annotations.update(names.get('__annotations__', {}))
            base_required, base_optional = names.get('__required_keys__', set()), names.get('__optional_keys__', set())
            required |= base_required
            optional -= base_required
            required -= base_optional
            optional |= base_optional
            readonly.update(names.get('__readonly_keys__', ()))
            mutable.update(names.get('__mutable_keys__', ()))
        annotations.update(own)
        for key, annotation in own.items():
            qualifiers = set(_get_typeddict_qualifiers(annotation))
            is_required = Required in qualifiers or (NotRequired not in qualifiers and total)
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
            if ReadOnly in qualifiers:
                if key in mutable:
                    raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
                readonly.add(key)
            else:
                mutable.add(key)
                readonly.discard(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(readonly)
        made.__mutable_keys__ = frozenset(mutable)
        made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=_sentinel, /, *, total=True):
    if fields is _sentinel or fields is None:
        what = "Failing to pass a value for" if fields is _sentinel else "Passing \x60None\x60 as"
        _deprecated_call(
            f"{what} the 'fields' parameter",
            "{name} is deprecated and will be disallowed in Python {remove}. To create a TypedDict class with 0 "
            f"fields using the functional syntax, pass an empty dictionary, e.g. \x60{typename} = "
            f"TypedDict({typename!r}, {{{{}}}})\x60.")
        fields = {}
    ns = {'__annotations__': dict(fields)}
    module = _caller()
    if module is not None:
        ns['__module__'] = module
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made

_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


class NewType:
    __call__ = _idfunc

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[-1]
        self.__supertype__ = tp
        module = _caller()
        if module != 'typing':
            self.__module__ = module

    def __mro_entries__(self, bases):
        name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                raise TypeError(
                    "Cannot subclass an instance of NewType. Perhaps you were looking for: "
                    f"\x60{cls.__name__} = NewType({cls.__name__!r}, {name})\x60")
        return (Dummy,)

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]
`
