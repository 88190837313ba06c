/** `inspect`, part 2: signatures of callables. */
export const inspectSignatures = String.raw`
class _void:
    """Says that nothing was given, where None could be."""


class _empty:
    """Marker object for Signature.empty and Parameter.empty."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 'positional-only'
    POSITIONAL_OR_KEYWORD = 'positional or keyword'
    VAR_POSITIONAL = 'variadic positional'
    KEYWORD_ONLY = 'keyword-only'
    VAR_KEYWORD = 'variadic keyword'

    def __new__(cls, description):
        value = len(cls.__members__)
        made = int.__new__(cls, value)
        made._value_ = value
        made.description = description
        return made

    def __str__(self):
        return self.name

_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


def formatannotation(annotation, base_module=None):
    if getattr(annotation, '__module__', None) == 'typing':
        return _without_typing(repr(annotation))
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


def _without_typing(text):
    """The text without 'typing.' at the beginning of dotted names."""
    result = []
    word = ''
    for c in text + ' ':
        if c == '.' or c == '_' or c.isalnum():
            word += c
            continue
        result.append(word.removeprefix('typing.') + c)
        word = ''
    return ''.join(result)[:-1]


class Parameter:
    __slots__ = ('_name', '_kind', '_default', '_annotation')

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{self._kind.description} parameters cannot have default values')
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if name[0] == '.' and name[1:].isdigit():
            # The argument of a comprehension.
            if self._kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError(
                    f'implicit arguments must be passed as positional or keyword arguments, not {self._kind.description}')
            self._kind = _POSITIONAL_ONLY
            name = 'implicit' + name[1:]
        if iskeyword(name) and self._kind is not _POSITIONAL_ONLY or not name.isidentifier():
            raise ValueError('{!r} is not a valid parameter name'.format(name))
        self._name = name

    def __reduce__(self):
        return type(self), (self._name, self._kind), {'_default': self._default, '_annotation': self._annotation}

    def __setstate__(self, state):
        self._default = state['_default']
        self._annotation = state['_annotation']

    name = property(attrgetter('_name'))
    default = property(attrgetter('_default'))
    annotation = property(attrgetter('_annotation'))
    kind = property(attrgetter('_kind'))

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return type(self)(
            self._name if name is _void else name, self._kind if kind is _void else kind,
            default=self._default if default is _void else default,
            annotation=self._annotation if annotation is _void else annotation)

    __replace__ = replace

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += f': {formatannotation(self._annotation)}'
        if self._default is not _empty:
            text += f' = {self._default!r}' if self._annotation is not _empty else f'={self._default!r}'
        if self._kind == _VAR_POSITIONAL:
            return '*' + text
        return '**' + text if self._kind == _VAR_KEYWORD else text

    def __repr__(self):
        return '<{} "{}">'.format(self.__class__.__name__, self)

    def _basis(self):
        return self._name, self._kind, self._annotation, self._default

    def __hash__(self):
        return hash(self._basis())

    def __eq__(self, other):
        if self is other:
            return True
        return self._basis() == other._basis() if isinstance(other, Parameter) else NotImplemented


class BoundArguments:
    __slots__ = ('arguments', '_signature', '__weakref__')

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    signature = property(attrgetter('_signature'))

    @property
    def args(self):
        args = []
        for name, param in self._signature.parameters.items():
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if param.kind == _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        started = False
        for name, param in self._signature.parameters.items():
            if not started:
                started = param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments
            if not started or name not in self.arguments:
                continue
            if param.kind == _VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        complete = {}
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                complete[name] = self.arguments[name]
            elif param.default is not _empty:
                complete[name] = param.default
            elif param.kind is _VAR_POSITIONAL:
                complete[name] = ()
            elif param.kind is _VAR_KEYWORD:
                complete[name] = {}
        self.arguments = complete

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __setstate__(self, state):
        self._signature = state['_signature']
        self.arguments = state['arguments']

    def __getstate__(self):
        return {'_signature': self._signature, 'arguments': self.arguments}

    def __repr__(self):
        args = ', '.join('{}={!r}'.format(name, value) for name, value in self.arguments.items())
        return '<{} ({})>'.format(self.__class__.__name__, args)


class Signature:
    __slots__ = ('_return_annotation', '_parameters')

    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        params = OrderedDict()
        highest = _POSITIONAL_ONLY
        with_default = False
        for param in parameters or ():
            kind = param.kind
            if __validate_parameters__:
                if kind < highest:
                    raise ValueError(
                        f'wrong parameter order: {highest.description} parameter before {kind.description} parameter')
                highest = kind
                if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                    if param.default is not _empty:
                        with_default = True
                    elif with_default:
                        raise ValueError('non-default argument follows default argument')
                if param.name in params:
                    raise ValueError('duplicate parameter name: {!r}'.format(param.name))
            params[param.name] = param
        self._parameters = types.MappingProxyType(params)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _Finder(cls, follow_wrapped, globals, locals, eval_str).find(obj)

    parameters = property(attrgetter('_parameters'))
    return_annotation = property(attrgetter('_return_annotation'))

    def replace(self, *, parameters=_void, return_annotation=_void):
        return type(self)(
            self.parameters.values() if parameters is _void else parameters,
            return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

    __replace__ = replace

    def _basis(self):
        params = self.parameters.values()
        return (
            tuple(param for param in params if param.kind != _KEYWORD_ONLY),
            frozenset(param for param in params if param.kind == _KEYWORD_ONLY), self.return_annotation)

    def __hash__(self):
        return hash(self._basis())

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        mine, theirs = list(self.parameters.values()), list(other.parameters.values())
        return (
            [p for p in mine if p.kind != _KEYWORD_ONLY] == [p for p in theirs if p.kind != _KEYWORD_ONLY]
            and {p.name: p for p in mine if p.kind == _KEYWORD_ONLY} == {p.name: p for p in theirs if p.kind == _KEYWORD_ONLY}
            and self.return_annotation == other.return_annotation)

    def _bind(self, args, kwargs, *, partial=False):
        arguments = {}
        params = list(self.parameters.values())
        positional_in_kwargs = []
        at = 0
        for i, value in enumerate(args):
            if at == len(params) or params[at].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                raise TypeError('too many positional arguments')
            param = params[at]
            at += 1
            if param.kind == _VAR_POSITIONAL:
                arguments[param.name] = tuple(args[i:])
                break
            if param.name in kwargs and param.kind != _POSITIONAL_ONLY:
                raise TypeError('multiple values for argument {!r}'.format(param.name))
            arguments[param.name] = value
        else:
            # Parameters that no position fills: some must be in kwargs, or have a default.
            while at < len(params):
                param = params[at]
                if param.kind == _VAR_POSITIONAL:
                    at += 1
                    break
                if param.name in kwargs:
                    if param.kind != _POSITIONAL_ONLY:
                        break
                    positional_in_kwargs.append(param.name)
                    at += 1
                    continue
                if param.kind == _VAR_KEYWORD or param.default is not _empty or partial:
                    break
                kind = ' keyword-only' if param.kind == _KEYWORD_ONLY else ''
                raise TypeError(f'missing a required{kind} argument: {param.name!r}')
        kwargs_param = None
        for param in params[at:]:
            if param.kind == _VAR_KEYWORD:
                kwargs_param = param
            elif param.kind == _VAR_POSITIONAL:
                continue
            elif param.name in kwargs:
                arguments[param.name] = kwargs.pop(param.name)
            elif not partial and param.default is _empty:
                raise TypeError('missing a required argument: {!r}'.format(param.name))
        if kwargs:
            if kwargs_param is not None:
                arguments[kwargs_param.name] = kwargs
            elif positional_in_kwargs:
                raise TypeError(
                    'got some positional-only arguments passed as keyword arguments: '
                    '{!r}'.format(', '.join(positional_in_kwargs)))
            else:
                raise TypeError('got an unexpected keyword argument {!r}'.format(next(iter(kwargs))))
        return self._bound_arguments_cls(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, partial=True)

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {'_return_annotation': self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state['_return_annotation']

    def __repr__(self):
        return '<{} {}>'.format(self.__class__.__name__, self)

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None):
        parts = []
        slash_is_due = False
        star_is_due = True
        for param in self.parameters.values():
            if param.kind == _POSITIONAL_ONLY:
                slash_is_due = True
            elif slash_is_due:
                parts.append('/')
                slash_is_due = False
            if param.kind == _VAR_POSITIONAL:
                star_is_due = False
            elif param.kind == _KEYWORD_ONLY and star_is_due:
                parts.append('*')
                star_is_due = False
            parts.append(str(param))
        if slash_is_due:
            parts.append('/')
        text = '({})'.format(', '.join(parts))
        if max_width is not None and len(text) > max_width:
            text = '(\n    {}\n)'.format(',\n    '.join(parts))
        if self.return_annotation is not _empty:
            text += ' -> {}'.format(formatannotation(self.return_annotation))
        return text


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)


_NonUserDefinedCallables = (
    types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType, types.BuiltinFunctionType)


def _signature_is_builtin(obj):
    return (isbuiltin(obj) or ismethoddescriptor(obj) or isinstance(obj, _NonUserDefinedCallables)
            or obj is type or obj is object)


def _signature_is_functionlike(obj):
    """Whether it is a function in all but its type."""
    if not callable(obj) or isclass(obj):
        return False
    defaults = getattr(obj, '__defaults__', _void)
    kwdefaults = getattr(obj, '__kwdefaults__', _void)
    annotations = getattr(obj, '__annotations__', None)
    return (isinstance(getattr(obj, '__code__', None), types.CodeType) and isinstance(getattr(obj, '__name__', None), str)
            and (defaults is None or isinstance(defaults, tuple)) and (kwdefaults is None or isinstance(kwdefaults, dict))
            and (annotations is None or isinstance(annotations, dict)))


def _signature_bound_method(sig):
    params = tuple(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError('invalid method signature')
    return sig if params[0].kind is _VAR_POSITIONAL else sig.replace(parameters=params[1:])


def _split_parameters(text):
    """The parts of a parameter list, at commas outside of brackets and quotes."""
    parts, depth, quote, start = [], 0, None, 0
    for i, c in enumerate(text):
        if quote:
            quote = None if c == quote and text[i - 1] != '\\' else quote
        elif c in '\'"':
            quote = c
        elif c in '([{':
            depth += 1
        elif c in ')]}':
            depth -= 1
        elif c == ',' and not depth:
            parts.append(text[start:i].strip())
            start = i + 1
    last = text[start:].strip()
    return parts + [last] if last else parts


def _signature_fromstr(cls, obj, text, skip_bound_arg=True):
    """The signature that __text_signature__ describes; $ marks the parameter for the object itself."""
    def invalid():
        return ValueError("{!r} builtin has invalid signature".format(obj))

    text = text.strip()
    if not text.startswith('(') or not text.endswith(')'):
        raise invalid()
    module_name = getattr(obj, '__module__', None) or getattr(getattr(obj, '__objclass__', None), '__module__', None)
    module = sys.modules.get(module_name)
    names = module.__dict__ if module else {}

    def value_of(source):
        for namespace in (dict(names), sys.modules.copy()):
            try:
                value = eval(source, namespace)
            except NameError:
                continue
            except Exception:
                break
            if isinstance(value, (str, int, float, bytes, bool, type(None), tuple, list, dict)):
                return value
            break
        raise invalid()

    params = []
    has_self = False
    kind = _POSITIONAL_OR_KEYWORD
    for part in _split_parameters(text[1:-1]):
        if part == '/':
            params = [param.replace(kind=_POSITIONAL_ONLY) for param in params]
            continue
        if part == '*':
            kind = _KEYWORD_ONLY
            continue
        name, _, default = part.partition('=')
        name = name.strip()
        this_kind = kind
        if name.startswith('**'):
            name, this_kind = name[2:], _VAR_KEYWORD
        elif name.startswith('*'):
            name, this_kind, kind = name[1:], _VAR_POSITIONAL, _KEYWORD_ONLY
        elif name.startswith('$'):
            name, has_self = name[1:], True
        params.append(cls._parameter_cls(name, this_kind, default=value_of(default) if default else _empty))
    if has_self:
        owner = getattr(obj, '__self__', None)
        if owner is not None and (ismodule(owner) or skip_bound_arg):
            del params[0]
        else:
            params[0] = params[0].replace(kind=_POSITIONAL_ONLY)
    return cls(params, return_annotation=cls.empty)


def _signature_get_partial(wrapped_sig, partial, extra_args=()):
    params = wrapped_sig.parameters
    changed = OrderedDict(params.items())
    keywords = partial.keywords or {}
    try:
        bound = wrapped_sig.bind_partial(*extra_args, *(partial.args or ()), **keywords)
    except TypeError as ex:
        raise ValueError('partial object {!r} has incorrect arguments'.format(partial)) from ex
    only_keywords_from_here = False
    for name, param in params.items():
        if name in bound.arguments:
            value = bound.arguments[name]
            if param.kind is _POSITIONAL_ONLY:
                del changed[name]
                continue
            if param.kind is _POSITIONAL_OR_KEYWORD:
                if name not in keywords:
                    del changed[name]
                    continue
                # Given by name: what follows can only be given by name as well.
                only_keywords_from_here = True
                changed[name] = param.replace(default=value)
            elif param.kind is _KEYWORD_ONLY:
                changed[name] = param.replace(default=value)
        if only_keywords_from_here:
            if param.kind is _POSITIONAL_OR_KEYWORD:
                changed[name] = changed[name].replace(kind=_KEYWORD_ONLY)
                changed.move_to_end(name)
            elif param.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                changed.move_to_end(name)
            elif param.kind is _VAR_POSITIONAL:
                del changed[name]
    return wrapped_sig.replace(parameters=changed.values())


def _descriptor_get(descriptor, obj):
    if isclass(descriptor):
        return descriptor
    get = getattr(type(descriptor), '__get__', _sentinel)
    return descriptor if get is _sentinel else get(descriptor, obj, type(obj))


def _own_method(cls, name):
    """A special method that Python code defines, as instances see it; None for the built-in ones."""
    method = getattr(cls, name, None) if name == '__new__' else getattr_static(cls, name, None)
    if method is None or isinstance(method, _NonUserDefinedCallables):
        return None
    return method if name == '__new__' else _descriptor_get(method, cls)


class _Finder:
    """Finds signatures, with the options of one call."""

    def __init__(self, cls, follow_wrapped, globals, locals, eval_str, skip_bound_arg=True):
        self.cls = cls
        self.follow_wrapped = follow_wrapped
        self.options = {'globals': globals, 'locals': locals, 'eval_str': eval_str}
        self.skip_bound_arg = skip_bound_arg

    def find(self, obj):
        if not callable(obj):
            raise TypeError('{!r} is not a callable object'.format(obj))
        if isinstance(obj, types.MethodType):
            sig = self.find(obj.__func__)
            return _signature_bound_method(sig) if self.skip_bound_arg else sig
        if self.follow_wrapped:
            obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType))
            if isinstance(obj, types.MethodType):
                return self.find(obj)
        given = getattr(obj, '__signature__', None)
        if given is not None:
            return self._given(obj, given)
        method = getattr(obj, '__partialmethod__', None)
        if isinstance(method, functools.partialmethod):
            wrapped = self.find(method.func)
            sig = _signature_get_partial(wrapped, method, (None,))
            first = tuple(wrapped.parameters.values())[0]
            if first.kind is _VAR_POSITIONAL:
                return sig
            return sig.replace(parameters=(first, *sig.parameters.values()))
        if isinstance(obj, functools.partial):
            return _signature_get_partial(self.find(obj.func), obj)
        if isfunction(obj) or _signature_is_functionlike(obj):
            return self._of_function(obj)
        if _signature_is_builtin(obj):
            text = getattr(obj, "__text_signature__", None)
            if not text or '<unrepresentable>' in text:
                raise ValueError("no signature found for builtin {!r}".format(obj))
            return _signature_fromstr(self.cls, obj, text, self.skip_bound_arg)
        return self._of_class(obj) if isinstance(obj, type) else self._of_instance(obj)

    def _given(self, obj, given):
        sig = given
        if not isinstance(sig, (Signature, str)) and callable(sig):
            sig = sig()
        if isinstance(sig, str):
            return _signature_fromstr(self.cls, obj, sig)
        if not isinstance(sig, Signature):
            raise TypeError('unexpected object {!r} in __signature__ attribute'.format(given))
        return sig

    def _of_function(self, func):
        text = getattr(func, "__text_signature__", None)
        if text:
            return _signature_fromstr(self.cls, func, text, self.skip_bound_arg)
        code = func.__code__
        names = code.co_varnames
        count = code.co_argcount
        annotations = get_annotations(func, **self.options)
        defaults = func.__defaults__ or ()
        kwdefaults = func.__kwdefaults__ or {}
        params = []

        def add(name, kind, default=_empty):
            params.append(self.cls._parameter_cls(
                name, kind, default=default, annotation=annotations.get(name, _empty)))

        for i, name in enumerate(names[:count]):
            at = i - (count - len(defaults))
            add(name, _POSITIONAL_ONLY if i < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD,
                defaults[at] if at >= 0 else _empty)
        after = count + code.co_kwonlyargcount
        if code.co_flags & CO_VARARGS:
            add(names[after], _VAR_POSITIONAL)
            after += 1
        for name in names[count:count + code.co_kwonlyargcount]:
            add(name, _KEYWORD_ONLY, kwdefaults.get(name, _empty))
        if code.co_flags & CO_VARKEYWORDS:
            add(names[after], _VAR_KEYWORD)
        return self.cls(
            params, return_annotation=annotations.get('return', _empty), __validate_parameters__=not isfunction(func))

    def _of_class(self, cls):
        call = _own_method(type(cls), '__call__')
        if call is not None:
            return self.find(call)
        new = _own_method(cls, '__new__')
        init = _own_method(cls, '__init__')
        # The one that stands first in the resolution order is what a call is about.
        for base in cls.__mro__:
            if new is not None and '__new__' in base.__dict__:
                sig = self.find(new)
                return _signature_bound_method(sig) if self.skip_bound_arg else sig
            if init is not None and '__init__' in base.__dict__:
                return self.find(init)
        for base in cls.__mro__[:-1]:
            text = getattr(base, '__text_signature__', None)
            if text:
                return _signature_fromstr(self.cls, base, text)
        if type not in cls.__mro__:
            if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
                return self.cls.from_callable(object)
            raise ValueError('no signature found for builtin type {!r}'.format(cls))
        raise ValueError('callable {!r} is not supported by signature'.format(cls))

    def _of_instance(self, obj):
        call = getattr_static(type(obj), '__call__', None)
        if call is None:
            raise ValueError('callable {!r} is not supported by signature'.format(obj))
        text = getattr(obj, '__text_signature__', None)
        if text:
            return _signature_fromstr(self.cls, obj, text)
        return self.find(_descriptor_get(call, obj))


FullArgSpec = namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')


def getfullargspec(func):
    try:
        sig = _Finder(Signature, False, None, None, False, skip_bound_arg=False).find(func)
    except Exception as ex:
        raise TypeError('unsupported callable') from ex
    args, posonlyargs, kwonlyargs, defaults, kwdefaults = [], [], [], (), {}
    varargs = varkw = None
    annotations = {}
    if sig.return_annotation is not sig.empty:
        annotations['return'] = sig.return_annotation
    for param in sig.parameters.values():
        name = param.name
        if param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            (posonlyargs if param.kind is _POSITIONAL_ONLY else args).append(name)
            if param.default is not param.empty:
                defaults += (param.default,)
        elif param.kind is _VAR_POSITIONAL:
            varargs = name
        elif param.kind is _KEYWORD_ONLY:
            kwonlyargs.append(name)
            if param.default is not param.empty:
                kwdefaults[name] = param.default
        else:
            varkw = name
        if param.annotation is not param.empty:
            annotations[name] = param.annotation
    return FullArgSpec(
        posonlyargs + args, varargs, varkw, defaults or None, kwonlyargs, kwdefaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__, *positional)
        func = func.__func__
    try:
        bound = signature(func).bind(*positional, **named)
    except TypeError as error:
        raise TypeError(f"{func.__name__}() {error}") from None
    given = bound.arguments
    bound.apply_defaults()
    # The arguments given, what * and ** take, then defaults.
    rest = {name: bound.arguments[name] for name in bound.arguments if name not in given}
    stars = {p.name for p in bound.signature.parameters.values() if p.kind in (_VAR_POSITIONAL, _VAR_KEYWORD)}
    return {**given, **{n: v for n, v in rest.items() if n in stars}, **{n: v for n, v in rest.items() if n not in stars}}
`
