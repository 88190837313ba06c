/** `typing`, part 2: generic classes with their parameters given, and the substitution of type variables. */
export const typingGenerics = String.raw`
def _is_unpacked_typevartuple(x):
    return not isinstance(x, type) and getattr(x, '__typing_is_unpacked_typevartuple__', False)


def _is_typevar_like(x):
    return isinstance(x, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(x)


# What the type variables themselves do on substitution; _typing calls these.

def _typevar_subst(self, arg):
    arg = _type_check(arg, "Parameters to generic types must be types.", is_argument=True)
    if ((isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack)
            or (isinstance(arg, GenericAlias) and getattr(arg, '__unpacked__', False))):
        raise TypeError(f"{arg} is not valid as type argument")
    return arg


def _typevartuple_prepare_subst(self, alias, args):
    """Arguments in which those that fall to this TypeVarTuple are one tuple."""
    params = alias.__parameters__
    index = params.index(self)
    if any(isinstance(param, TypeVarTuple) for param in params[index + 1:]):
        raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
    given, wanted = len(args), len(params)
    left, right = index, wanted - index - 1
    unbounded = None
    fill = None
    for i, arg in enumerate(args):
        if isinstance(arg, type):
            continue
        items = getattr(arg, '__typing_unpacked_tuple_args__', None)
        if items and len(items) == 2 and items[-1] is ...:
            if unbounded is not None:
                raise TypeError("More than one unpacked arbitrary-length tuple argument")
            unbounded = i
            fill = items[0]
    if unbounded is not None:
        left = min(left, unbounded)
        right = min(right, given - unbounded - 1)
    elif left + right > given:
        raise TypeError(f"Too few arguments for {alias}; actual {given}, expected at least {wanted - 1}")
    if left == given - right and self.has_default():
        own = _unpack_args(self.__default__)
    else:
        own = args[left:given - right]
    return (
        *args[:left], *([fill] * (index - left)), own, *([fill] * (wanted - right - left - index - 1)),
        *args[given - right:],
    )


def _paramspec_subst(self, arg):
    if isinstance(arg, (list, tuple)):
        return tuple(_type_check(a, "Expected a type.") for a in arg)
    if not _is_param_expr(arg):
        raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
    return arg


def _paramspec_prepare_subst(self, alias, args):
    params = alias.__parameters__
    index = params.index(self)
    if index == len(args) and self.has_default():
        args = [*args, self.__default__]
    if index >= len(args):
        raise TypeError(f"Too few arguments for {alias}")
    # C[int, str] for a single ParamSpec means C[[int, str]].
    if len(params) == 1 and not _is_param_expr(args[0]):
        args = (args,)
    elif isinstance(args[index], list):
        args = (*args[:index], tuple(args[index]), *args[index + 1:])
    return args


@_tp_cache
def _generic_class_getitem(cls, args):
    if not isinstance(args, tuple):
        args = (args,)
    args = tuple(_type_convert(arg) for arg in args)
    if cls in (Generic, Protocol):
        if not args:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not all(_is_typevar_like(arg) for arg in args):
            raise TypeError(
                f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.")
        if len(set(args)) != len(args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        return _GenericAlias(cls, args)
    for param in cls.__parameters__:
        prepare = getattr(param, '__typing_prepare_subst__', None)
        if prepare is not None:
            args = prepare(cls, args)
    _check_generic_specialization(cls, args)
    flat = []
    for param, arg in zip(cls.__parameters__, args):
        if isinstance(param, TypeVarTuple):
            flat.extend(arg)
        else:
            flat.append(arg)
    return _GenericAlias(cls, tuple(flat))


def _generic_init_subclass(cls, *args, **kwargs):
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    has_orig_bases = '__orig_bases__' in cls.__dict__
    if has_orig_bases:
        plain = Generic in cls.__orig_bases__
    else:
        plain = Generic in cls.__bases__ and cls.__name__ != 'Protocol' and type(cls) != _TypedDictMeta
    if plain:
        raise TypeError("Cannot inherit from plain Generic")
    params = []
    if has_orig_bases:
        params = _collect_type_parameters(cls.__orig_bases__)
        listed = None
        for base in cls.__orig_bases__:
            if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                if listed is not None:
                    raise TypeError("Cannot inherit from Generic[...] multiple times.")
                listed = base.__parameters__
        if listed is not None:
            missing = [str(param) for param in params if param not in set(listed)]
            if missing:
                raise TypeError(
                    f"Some type variables ({', '.join(missing)}) are not listed in "
                    f"Generic[{', '.join(str(param) for param in listed)}]")
            params = listed
    cls.__parameters__ = tuple(params)


def _is_dunder(attr):
    return attr.startswith('__') and attr.endswith('__')


class _BaseGenericAlias(_Final, _root=True):
    """A class as annotations name it, with or without parameters: List, List[int]."""

    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin
        self.__slots__ = None

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(
                f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            # Slots, or a __setattr__ with a will of its own.
            pass
        return result

    def __mro_entries__(self, bases):
        entries = []
        if self.__origin__ not in bases:
            entries.append(self.__origin__)
        # Generic is added unless a later base brings it.
        for base in bases[bases.index(self) + 1:]:
            if isinstance(base, _BaseGenericAlias):
                break
            if isinstance(base, type):
                if issubclass(base, Generic):
                    break
                continue
            method = getattr(base, '__mro_entries__', None)
            replaced = method(bases) if method else None
            if isinstance(replaced, tuple) and any(isinstance(b, type) and issubclass(b, Generic) for b in replaced):
                break
        else:
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, attr):
        if attr in {'__name__', '__qualname__'}:
            return self._name or self.__origin__.__name__
        if '__origin__' in self.__dict__ and not _is_dunder(attr):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __setattr__(self, attr, val):
        if _is_dunder(attr) or attr in {'_name', '_inst', '_nparams', '_defaults'}:
            super().__setattr__(attr, val)
        else:
            setattr(self.__origin__, attr, val)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        return list(set(super().__dir__() + [attr for attr in dir(self.__origin__) if not _is_dunder(attr)]))


class _GenericAlias(_BaseGenericAlias, _root=True):
    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        if not isinstance(args, tuple):
            args = (args,)
        self.__args__ = tuple(... if arg is _TypingEllipsis else arg for arg in args)
        self.__parameters__ = _collect_type_parameters(
            args, enforce_default_ordering=origin in (Generic, Protocol))
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    @_tp_cache
    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        args = _unpack_args(*(_type_convert(arg) for arg in args))
        return self.copy_with(self._determine_new_args(args))

    def _determine_new_args(self, args):
        params = self.__parameters__
        for param in params:
            prepare = getattr(param, '__typing_prepare_subst__', None)
            if prepare is not None:
                args = prepare(self, args)
        given, wanted = len(args), len(params)
        if given != wanted:
            raise TypeError(
                f"Too {'many' if given > wanted else 'few'} arguments for {self}; actual {given}, expected {wanted}")
        return tuple(self._make_substitution(self.__args__, dict(zip(params, args))))

    def _make_substitution(self, args, new_arg_by_param):
        result = []
        for old in args:
            if isinstance(old, type):
                result.append(old)
                continue
            new = self._substituted(old, new_arg_by_param)
            if self.__origin__ == collections.abc.Callable and isinstance(new, tuple):
                result.extend(new)
            elif _is_unpacked_typevartuple(old):
                result.extend(new)
            elif isinstance(old, tuple):
                result.append(tuple(self._make_substitution(old, new_arg_by_param)))
            else:
                result.append(new)
        return result

    @staticmethod
    def _substituted(old, new_arg_by_param):
        substitute = getattr(old, '__typing_subst__', None)
        if substitute:
            return substitute(new_arg_by_param[old])
        params = getattr(old, '__parameters__', ())
        if not params:
            return old
        args = []
        for param in params:
            if isinstance(param, TypeVarTuple):
                args.extend(new_arg_by_param[param])
            else:
                args.append(new_arg_by_param[param])
        return old[tuple(args)]

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        args = ", ".join([_type_repr(arg) for arg in self.__args__]) if self.__args__ else '()'
        return f'{name}[{args}]'

    def __reduce__(self):
        origin = globals()[self._name] if self._name else self.__origin__
        args = tuple(self.__args__)
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        return operator.getitem, (origin, args)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            for base in bases[bases.index(self) + 1:]:
                if isinstance(base, _BaseGenericAlias) and base is not self:
                    return ()
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]


class _SpecialGenericAlias(_NotIterable, _BaseGenericAlias, _root=True):
    """A class of another module under its name here, without parameters: List, Mapping."""

    def __init__(self, origin, nparams, *, inst=True, name=None, defaults=()):
        super().__init__(origin, inst=inst, name=origin.__name__ if name is None else name)
        self._nparams = nparams
        self._defaults = defaults
        self.__doc__ = f'A generic version of {_type_repr(origin)}.'

    @_tp_cache
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_type_check(p, "Parameters to generic types must be types.") for p in params)
        wanted = self._nparams
        if self._defaults and len(params) < wanted <= len(params) + len(self._defaults):
            params = (*params, *self._defaults[len(params) - wanted:])
        given = len(params)
        if given != wanted:
            if not wanted:
                raise TypeError(f"{self} is not a generic class")
            expected = f"at least {wanted - len(self._defaults)}" if self._defaults else str(wanted)
            raise TypeError(
                f"Too {'many' if given > wanted else 'few'} arguments for {self}; actual {given}, "
                f"expected {expected}")
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return 'typing.' + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)

    def __reduce__(self):
        return self._name

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


class _DeprecatedGenericAlias(_SpecialGenericAlias, _root=True):
    def __init__(self, origin, nparams, *, removal_version, inst=True, name=None):
        super().__init__(origin, nparams, inst=inst, name=name)
        self._removal_version = removal_version

    def __instancecheck__(self, inst):
        import warnings
        warnings._deprecated(f"{self.__module__}.{self._name}", remove=self._removal_version)
        return super().__instancecheck__(inst)


class _CallableGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_param_expr(args[0]):
            return super().__repr__()
        return f"typing.Callable[[{', '.join([_type_repr(a) for a in args[:-1]])}], {_type_repr(args[-1])}]"

    def __reduce__(self):
        args = self.__args__
        if not (len(args) == 2 and _is_param_expr(args[0])):
            args = list(args[:-1]), args[-1]
        return operator.getitem, (Callable, args)


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        # A tuple can be remembered by the cache, a list cannot.
        return self.__getitem_inner__((tuple(args) if isinstance(args, list) else args, result))

    @_tp_cache
    def __getitem_inner__(self, params):
        args, result = params
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if args is Ellipsis:
            return self.copy_with((_TypingEllipsis, result))
        if not isinstance(args, tuple):
            args = (args,)
        return self.copy_with((*(_type_convert(arg) for arg in args), result))


class _TupleType(_SpecialGenericAlias, _root=True):
    @_tp_cache
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) >= 2 and params[-1] is ...:
            items = [_type_check(p, "Tuple[t, ...]: t must be a type.") for p in params[:-1]]
            return self.copy_with((*items, _TypingEllipsis))
        return self.copy_with(tuple(_type_check(p, "Tuple[t0, t1, ...]: each t must be a type.") for p in params))


class _UnionGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def copy_with(self, params):
        return Union[params]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, types.UnionType)):
            return NotImplemented
        try:
            return set(self.__args__) == set(other.__args__)
        except TypeError:
            mine, theirs = _distinct(self.__args__), _distinct(other.__args__)
            return len(mine) == len(theirs) and all(arg in theirs for arg in mine)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            if args[0] is type(None):
                return f'typing.Optional[{_type_repr(args[1])}]'
            if args[1] is type(None):
                return f'typing.Optional[{_type_repr(args[0])}]'
        return super().__repr__()

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        for arg in self.__args__:
            if issubclass(cls, arg):
                return True

    def __reduce__(self):
        func, (origin, args) = super().__reduce__()
        return func, (Union, args)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return set(_with_types(self.__args__)) == set(_with_types(other.__args__))

    def __hash__(self):
        return hash(frozenset(_with_types(self.__args__)))


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        if isinstance(params[-1], (list, tuple)):
            return (*params[:-1], *params[-1])
        if isinstance(params[-1], _ConcatenateGenericAlias):
            params = (*params[:-1], *params[-1].__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return f'typing.Unpack[{_type_repr(self.__args__[0])}]'

    def __getitem__(self, args):
        return args if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if isinstance(arg, (_GenericAlias, types.GenericAlias)):
            if arg.__origin__ is not tuple:
                raise TypeError("Unpack[...] must be used with a tuple type")
            return arg.__args__
        return None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _TypingEllipsis:
    """Stands for ... among arguments, where ... itself would be taken for a type."""


class _AnnotatedAlias(_NotIterable, _GenericAlias, _root=True):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name='Annotated')
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(repr(a) for a in self.__metadata__)}]"

    def __reduce__(self):
        return operator.getitem, (Annotated, (self.__origin__,) + self.__metadata__)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        if attr in {'__name__', '__qualname__'}:
            return 'Annotated'
        return super().__getattr__(attr)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


@_TypedCacheSpecialForm
@_tp_cache(typed=True)
def Annotated(self, *params):
    if len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    if _is_unpacked_typevartuple(params[0]):
        raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
    origin = _type_check(params[0], "Annotated[t, ...]: t must be a type.", allow_special_forms=True)
    return _AnnotatedAlias(origin, tuple(params[1:]))


copyreg.pickle(ParamSpecArgs, lambda part: (ParamSpecArgs, (part.__origin__,)))
copyreg.pickle(ParamSpecKwargs, lambda part: (ParamSpecKwargs, (part.__origin__,)))
`
