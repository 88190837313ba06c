/**
 * The second part of `unittest.mock`: mocks themselves: attributes that come into being when asked for, calls that
 * are remembered. As `Lib/unittest/mock.py`.
 */
export const mockObjectsSource = String.raw`
def _is_exception(obj):
    return isinstance(obj, BaseException) or isinstance(obj, type) and issubclass(obj, BaseException)


def _is_mock(obj):
    return issubclass(type(obj), NonCallableMock)


def _is_magic(name):
    return len(name) > 4 and name == f'__{name[2:-2]}__'


def _mock_of(obj):
    """The mock behind a function that create_autospec has made."""
    return getattr(obj, 'mock', obj) if hasattr(obj, '__code__') else obj


def _signature_of(spec, as_instance, eat_self):
    """The signature of a call of the specification; None if it has none."""
    import inspect
    if isinstance(spec, type) and not as_instance:
        spec, eat_self = spec.__init__, True
    elif isinstance(spec, (classmethod, staticmethod)):
        spec = spec.__func__
    elif not inspect.isroutine(spec):
        spec = getattr(spec, '__call__', None)
    if spec is None:
        return None
    try:
        if eat_self:
            from functools import partial
            spec = partial(spec, None)
        return inspect.signature(spec)
    except (ValueError, TypeError):
        return None


class _State:
    """What a mock knows of itself."""

    def __init__(self, name, parent, new_name, new_parent, wraps, unsafe):
        self.name = name
        self.parent = parent
        # How it is reached, calls included: from new_parent, by new_name.
        self.new_name = new_name
        self.new_parent = new_parent
        self.wraps = wraps
        self.unsafe = unsafe
        self.is_sealed = False
        self.children = {}
        self.return_value = DEFAULT
        self.side_effect = None
        # A function that stands for this mock and keeps the calls.
        self.delegate = None
        self.method_calls = _CallList()
        self.forget()

    def forget(self):
        self.called = False
        self.call_count = 0
        self.call_args = None
        self.call_args_list = _CallList()
        self.mock_calls = _CallList()

    def set_spec(self, spec, is_set, as_instance=False, eat_self=False):
        self.spec_class = None
        self.spec_set = is_set
        self.signature = None
        self.asyncs = ()
        if spec is not None and not isinstance(spec, (list, tuple)):
            if _is_mock(spec):
                raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')
            self.spec_class = spec if isinstance(spec, type) else type(spec)
            self.signature = _signature_of(spec, as_instance, eat_self)
            found = dir(spec)
            self.asyncs = [name for name in found if _is_async(_static(spec, name))]
            spec = found
        self.methods = spec


def _static(obj, name):
    for each in (obj, *type.mro(obj if isinstance(obj, type) else type(obj))):
        if name in getattr(each, '__dict__', ()):
            return each.__dict__[name]
    return None


def _is_async(obj):
    code = getattr(obj, '__code__', None)
    return code is not None and bool(code.co_flags & 0x80)


def _kept(name):
    """A property kept by the state, or by the function that stands for the mock."""
    def read(self):
        state = self._mock_state
        return getattr(state if state.delegate is None else state.delegate, name)

    def write(self, value):
        state = self._mock_state
        setattr(state if state.delegate is None else state.delegate, name, value)
    return property(read, write)


def _state_property(name):
    return property(lambda self: getattr(self._mock_state, name),
                    lambda self, value: setattr(self._mock_state, name, value))


class NonCallableMock:
    """A mock that cannot be called."""

    def __new__(cls, /, *args, **kw):
        # A class for each mock: its magic methods are its own.
        return object.__new__(type(cls.__name__, (cls,), {'__doc__': cls.__doc__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='',
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        if _new_parent is None:
            _new_parent = parent
        state = _State(name, parent, _new_name, _new_parent, wraps, unsafe)
        self.__dict__['_mock_state'] = state
        is_set = spec_set is not None
        if _eat_self is None:
            _eat_self = parent is not None
        state.set_spec(spec_set if is_set else spec, is_set, _spec_as_instance, _eat_self)
        if kwargs:
            self.configure_mock(**kwargs)

    called = _kept('called')
    call_count = _kept('call_count')
    call_args = _kept('call_args')
    call_args_list = _kept('call_args_list')
    mock_calls = _kept('mock_calls')
    method_calls = _state_property('method_calls')
    _mock_name = _state_property('name')
    _mock_parent = _state_property('parent')
    _mock_new_name = _state_property('new_name')
    _mock_new_parent = _state_property('new_parent')
    _mock_children = _state_property('children')
    _mock_wraps = _state_property('wraps')
    _mock_methods = _state_property('methods')
    _mock_sealed = _state_property('is_sealed')
    _spec_class = _state_property('spec_class')
    _spec_signature = _state_property('signature')

    @property
    def __class__(self):
        return self._mock_state.spec_class or type(self)

    @property
    def return_value(self):
        """What a call gives."""
        state = self._mock_state
        value = state.return_value if state.delegate is None else state.delegate.return_value
        if value is DEFAULT and state.wraps is None:
            value = self._get_child_mock(_new_parent=self, _new_name='()')
            self.return_value = value
        return value

    @return_value.setter
    def return_value(self, value):
        state = self._mock_state
        if state.delegate is None:
            state.return_value = value
            _adopt(self, value, None, '()')
        else:
            state.delegate.return_value = value

    @property
    def side_effect(self):
        """A function to be called, an exception to be raised, or an iterable of results."""
        state = self._mock_state
        return state.side_effect if state.delegate is None else state.delegate.side_effect

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not _is_exception(value) and not callable(value):
            try:
                value = iter(value)
            except TypeError:
                pass
        state = self._mock_state
        if state.delegate is None:
            state.side_effect = value
        else:
            state.delegate.side_effect = value

    def attach_mock(self, mock, attribute):
        """Makes a mock an attribute of this one, which then knows of its calls."""
        inner = _mock_of(mock)._mock_state
        inner.parent = inner.new_parent = None
        inner.name, inner.new_name = '', ''
        inner.name = None
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_state.set_spec(spec, spec_set)

    def configure_mock(self, /, **kwargs):
        """Sets attributes, also of attributes: configure_mock(**{'method.return_value': 3})."""
        for path, value in sorted(kwargs.items(), key=lambda pair: pair[0].count('.')):
            *names, last = path.split('.')
            obj = self
            for name in names:
                obj = getattr(obj, name)
            setattr(obj, last, value)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forgets the calls, here and in everything below."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        state = self._mock_state
        self.called = False
        self.call_count = 0
        self.call_args = None
        self.call_args_list = _CallList()
        self.mock_calls = _CallList()
        state.method_calls = _CallList()
        if return_value:
            state.return_value = DEFAULT
        if side_effect:
            state.side_effect = None
        for child in state.children.values():
            if child is not _deleted and not isinstance(child, _Later):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        if _is_mock(state.return_value) and state.return_value is not self:
            state.return_value.reset_mock(visited)

    def __getattr__(self, name):
        if name == '_mock_state':
            raise AttributeError(name)
        state = self._mock_state
        if state.methods is not None:
            if name not in state.methods or name in _magics:
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif _is_magic(name):
            raise AttributeError(name)
        if not state.unsafe and not (state.methods and name in state.methods):
            if name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')) or name in _assertion_words:
                raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant '
                                     'to be an attribute.')
        child = state.children.get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            wraps = None if state.wraps is None else getattr(state.wraps, name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            state.children[name] = child
        elif isinstance(child, _Later):
            child = state.children[name] = child.make()
        return child

    def __setattr__(self, name, value):
        state = self._mock_state
        if name in _own_names:
            return object.__setattr__(self, name, value)
        if state.methods is not None and name not in state.methods:
            if name in _magics or state.spec_set and name not in self.__dict__:
                raise AttributeError(f'Mock object has no attribute {name!r}')
        if name in _unsupported_magics:
            raise AttributeError(f'Attempting to set unsupported magic method {name!r}.')
        if name == '__class__':
            state.spec_class = value
            return None
        if name in _magics:
            if _is_mock(value):
                _adopt(self, value, None, name)
                state.children[name] = value
                setattr(type(self), name, value)
            else:
                setattr(type(self), name, _as_method(name, value))
                original = value
                value = lambda *args, **kw: original(self, *args, **kw)
        elif _adopt(self, value, name, name):
            state.children[name] = value
        if state.is_sealed and not hasattr(self, name):
            raise AttributeError(f'Cannot set {self._extract_mock_name()}.{name}')
        if isinstance(value, PropertyMock):
            self.__dict__[name] = value
            return None
        return object.__setattr__(self, name, value)

    def __delattr__(self, name):
        state = self._mock_state
        if name in _magics and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                return
        child = state.children.get(name, _missing)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif child is _deleted:
            raise AttributeError(name)
        state.children[name] = _deleted

    def __dir__(self):
        if not FILTER_DIR:
            return object.__dir__(self)
        state = self._mock_state
        names = {name for name in dir(type(self)) if not name.startswith('_')}
        names.update(name for name in self.__dict__ if not name.startswith('_') or _is_magic(name))
        names.update(name for name, child in state.children.items() if child is not _deleted)
        return sorted(names | set(state.methods or ()))

    def _extract_mock_name(self):
        state = self._mock_state
        path = [state.new_name]
        while state.new_parent is not None:
            dot = '' if path[-1].startswith('()') else '.'
            state = state.new_parent._mock_state
            path.append(state.new_name + dot)
        path.reverse()
        first = state.name or 'mock'
        if len(path) == 1:
            return first
        dot = '' if path[1].startswith('()') else '.'
        return first + dot + ''.join(path[1:])

    def __repr__(self):
        state = self._mock_state
        name = self._extract_mock_name()
        words = [type(self).__name__]
        if name not in ('mock', 'mock.'):
            words.append(f'name={name!r}')
        if state.spec_class is not None:
            words.append(f"{'spec_set' if state.spec_set else 'spec'}={state.spec_class.__name__!r}")
        words.append(f"id='{id(self)}'")
        return f"<{' '.join(words)}>"

    def _get_child_mock(self, /, **kw):
        """A mock for an attribute or a result; a subclass may make another one."""
        state = self._mock_state
        name = kw.get('_new_name')
        if state.is_sealed:
            raise AttributeError(self._extract_mock_name() + (f".{kw['name']}" if 'name' in kw else '()'))
        if name in state.asyncs:
            return AsyncMock(**kw)
        cls = type(self)
        if issubclass(cls, MagicMock) and name in _async_magics:
            made = AsyncMock
        elif issubclass(cls, AsyncMock):
            made = MagicMock if name in _magics or name in (state.methods or ()) else AsyncMock
        elif not issubclass(cls, _Callable):
            made = MagicMock if issubclass(cls, NonCallableMagicMock) else Mock
        else:
            made = cls.__mro__[1]
        return made(**kw)

    # What tests ask.

    def _shown_name(self):
        return self._mock_state.name or 'mock'

    def _calls_repr(self):
        return f'\nCalls: {safe_repr(self.mock_calls)}.' if self.mock_calls else ''

    def _format_mock_call_signature(self, args, kwargs):
        return _shown_call(self._shown_name(), args, kwargs)

    def _signature_for(self, name):
        """The signature of what is below, by a name as calls have it."""
        if not name:
            return self._mock_state.signature
        signature, children = None, self._mock_state.children
        for part in name.replace('()', '').split('.'):
            child = children.get(part)
            if child is None or isinstance(child, _Later):
                break
            state = _mock_of(child)._mock_state
            children, signature = state.children, state.signature
        return signature

    def _call_matcher(self, _call):
        """The call with its arguments in one form, if there is a signature; an exception, if it does not fit."""
        signature = self._signature_for(_call[0] if isinstance(_call, tuple) and len(_call) > 2 else '')
        if signature is None:
            return _call
        name, args, kwargs = ('', *_call) if len(_call) == 2 else _call
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as exc:
            return exc.with_traceback(None)
        return call(name, bound.args, bound.kwargs)

    def assert_called(self):
        if self.call_count == 0:
            raise AssertionError(f"Expected '{self._shown_name()}' to have been called.")

    def assert_not_called(self):
        self._assert_count(self.call_count == 0, 'to not have been called')

    def assert_called_once(self):
        self._assert_count(self.call_count == 1, 'to have been called once')

    def _assert_count(self, is_right, words):
        if not is_right:
            raise AssertionError(f"Expected '{self._shown_name()}' {words}. Called {self.call_count} times."
                                 f'{self._calls_repr()}')

    def assert_called_with(self, /, *args, **kwargs):
        """Fails unless the last call had these arguments."""
        wanted = self._format_mock_call_signature(args, kwargs)
        message = f'expected call not found.\nExpected: {wanted}\n  Actual: '
        if self.call_args is None:
            raise AssertionError(message + 'not called.')
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        if self._call_matcher(self.call_args) != expected:
            cause = expected if isinstance(expected, Exception) else None
            raise AssertionError(message + self._format_mock_call_signature(*self.call_args)) from cause

    def assert_called_once_with(self, /, *args, **kwargs):
        self._assert_count(self.call_count == 1, 'to be called once')
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        cause = expected if isinstance(expected, Exception) else None
        calls = [self._call_matcher(each) for each in self.call_args_list]
        if cause or not any(all(a == b for a, b in zip(expected, each)) for each in calls):
            raise AssertionError(f'{self._format_mock_call_signature(args, kwargs)} call not found') from cause

    def assert_has_calls(self, calls, any_order=False):
        """Fails unless these calls were made, one after the other or in any order."""
        expected = [self._call_matcher(each) for each in calls]
        cause = next((each for each in expected if isinstance(each, Exception)), None)
        made = _CallList(self._call_matcher(each) for each in self.mock_calls)
        if any_order:
            left, not_found = list(made), []
            for each in expected:
                if each in left:
                    left.remove(each)
                else:
                    not_found.append(each)
            if not_found:
                raise AssertionError(f'{self._mock_state.name or "mock"!r} does not contain all of {tuple(not_found)!r} '
                                     f'in its call list, found {left!r} instead') from cause
        elif expected not in made:
            problem = 'Calls not found.'
            if cause is not None:
                errors = [each if isinstance(each, Exception) else None for each in expected]
                problem = f'Error processing expected calls.\nErrors: {errors}'
            raise AssertionError(f'{problem}\nExpected: {_CallList(calls)}\n'
                                 f'  Actual: {safe_repr(self.mock_calls)}') from cause


_own_names = {
    'return_value', '_mock_return_value', 'side_effect', '_mock_side_effect', '_mock_parent', '_mock_new_parent',
    '_mock_name', '_mock_new_name', '_mock_state', '_mock_sealed', 'called', 'call_count', 'call_args',
    'call_args_list', 'mock_calls', 'method_calls',
}
_assertion_words = frozenset(name.removeprefix('assert_') for name in dir(NonCallableMock) if name.startswith('assert_'))


def _adopt(parent, value, name, new_name):
    """Makes a mock that was set as an attribute or result a child; False if it has a parent or a name already."""
    value = _mock_of(value)
    if not _is_mock(value):
        return False
    state = value._mock_state
    if state.name or state.new_name or state.parent is not None or state.new_parent is not None:
        return False
    ancestor = parent
    while ancestor is not None:
        if ancestor is value:
            return False
        ancestor = ancestor._mock_state.new_parent
    if new_name:
        state.new_parent, state.new_name = parent, new_name
    if name:
        state.parent, state.name = parent, name
    return True


class _Callable(NonCallableMock):
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name='', _new_parent=None, **kwargs):
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent)
        self._mock_state.return_value = return_value
        self.side_effect = side_effect
        if kwargs:
            for key in ('_spec_as_instance', '_eat_self', 'unsafe'):
                if key in kwargs:
                    self._take_option(key, kwargs.pop(key), spec, spec_set)
            self.configure_mock(**kwargs)

    def _take_option(self, key, value, spec, spec_set):
        if key == 'unsafe':
            self._mock_state.unsafe = value
        elif key == '_spec_as_instance' and value:
            is_set = spec_set is not None
            self._mock_state.set_spec(spec_set if is_set else spec, is_set, True)

    def _mock_check_sig(self, /, *args, **kwargs):
        pass

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._execute_mock_call(*args, **kwargs)

    def _increment_mock_call(self, /, *args, **kwargs):
        """Remembers the call, here and in all parents under the name by which these know it."""
        state = self._mock_state
        self.called = True
        self.call_count += 1
        made = _Call((args, kwargs), two=True)
        self.call_args = made
        self.call_args_list.append(made)
        self.mock_calls.append(_Call(('', args, kwargs)))
        is_method = state.parent is not None
        method_name, name = state.name, state.new_name
        is_call = name == '()'
        above = state.new_parent
        while above is not None:
            outer = above._mock_state
            if is_method:
                outer.method_calls.append(_Call((method_name, args, kwargs)))
                is_method = outer.parent is not None
                if is_method:
                    method_name = f'{outer.name}.{method_name}'
            above.mock_calls.append(_Call((name, args, kwargs)))
            if outer.new_name:
                name = outer.new_name + ('' if is_call else '.') + name
                is_call = outer.new_name == '()'
            above = outer.new_parent

    def _execute_mock_call(self, /, *args, **kwargs):
        state = self._mock_state
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
            else:
                result = next(effect)
                if _is_exception(result):
                    raise result
            if result is not DEFAULT:
                return result
        own = state.return_value if state.delegate is None else state.delegate.return_value
        if own is DEFAULT and state.wraps is not None:
            return state.wraps(*args, **kwargs)
        return self.return_value


class Mock(_Callable):
    """Takes any call, and has any attribute but magic ones; remembers what was done."""
`
