/**
 * The third part of `unittest.mock`: magic methods, properties, and mocks whose calls are awaited. As
 * `Lib/unittest/mock.py`.
 */
export const mockMagicSource = String.raw`
# Magic methods

_numeric = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow divmod'.split()
_magics = {f'__{name}__' for name in (
    'lt gt le ge eq ne getitem setitem delitem len contains str sizeof enter exit divmod rdivmod neg pos abs invert '
    'complex int float index round trunc floor ceil bool next fspath aiter hash repr dir iter reversed missing '
    'reduce reduce_ex getinitargs getnewargs getstate setstate getformat get set delete subclasses subclasshook '
    'call instancecheck subclasscheck format aenter aexit anext'
).split()}
_magics.update(f'__{kind}{name}__' for name in _numeric for kind in ('', 'r', 'i'))
_magics -= {'__idivmod__'}
_async_magics = {'__aenter__', '__aexit__', '__anext__', '__aiter__'}
_unsupported_magics = {'__getattr__', '__setattr__', '__init__', '__new__', '__prepare__', '__instancecheck__',
                       '__subclasscheck__', '__del__'}
_magics -= _unsupported_magics
# Settable, but a MagicMock does not begin with them.
_not_by_default = {f'__{name}__' for name in (
    'getinitargs getnewargs getstate setstate getformat get set delete reversed missing reduce reduce_ex subclasses '
    'subclasshook dir repr format call rdivmod'
).split()} | {f'__r{name}__' for name in _numeric}

_results = {
    '__hash__': lambda self: object.__hash__(self),
    '__str__': lambda self: object.__str__(self),
    '__sizeof__': lambda self: object.__sizeof__(self),
    '__fspath__': lambda self: f'{type(self).__name__}/{self._extract_mock_name()}/{id(self)}',
    '__lt__': lambda self: NotImplemented, '__gt__': lambda self: NotImplemented,
    '__le__': lambda self: NotImplemented, '__ge__': lambda self: NotImplemented,
    '__int__': lambda self: 1, '__float__': lambda self: 1.0, '__complex__': lambda self: 1j,
    '__bool__': lambda self: True, '__index__': lambda self: 1, '__len__': lambda self: 0,
    '__contains__': lambda self: False, '__exit__': lambda self: False,
}


def _eq_effect(mock):
    def compare(other):
        own = mock.__eq__._mock_state.return_value
        if own is not DEFAULT:
            return own
        return True if mock is other else NotImplemented
    return compare


def _ne_effect(mock):
    def compare(other):
        if mock.__ne__._mock_state.return_value is not DEFAULT:
            return DEFAULT
        return False if mock is other else NotImplemented
    return compare


def _iter_effect(mock):
    def iterate():
        own = mock.__iter__._mock_state.return_value
        return iter([]) if own is DEFAULT else iter(own)
    return iterate


_effects = {'__eq__': _eq_effect, '__ne__': _ne_effect, '__iter__': _iter_effect}


def _as_method(name, function):
    def method(self, /, *args, **kw):
        return function(self, *args, **kw)
    method.__name__ = name
    return method


class _MagicProxy:
    """A magic method that becomes a mock when it is first looked up."""

    def __init__(self, name, parent):
        self.name = name
        self.parent = parent

    def __get__(self, obj, cls=None):
        parent, name = self.parent, self.name
        made = parent._get_child_mock(name=name, _new_name=name, _new_parent=parent)
        setattr(parent, name, made)
        if name in _results:
            made.return_value = _results[name](parent)
        elif name in _effects:
            made.side_effect = _effects[name](parent)
        return made


class _Magic:
    def __init__(self, /, *args, **kw):
        options = {key: kw.pop(key) for key in list(kw) if key not in _parameters}
        super().__init__(*args, **kw)
        self._set_magics()
        self.configure_mock(**options)

    def mock_add_spec(self, spec, spec_set=False):
        super().mock_add_spec(spec, spec_set)
        self._set_magics()

    def _set_magics(self):
        cls, methods = type(self), self._mock_state.methods
        for name in _magics - _not_by_default:
            if methods is None or name in methods:
                setattr(cls, name, _MagicProxy(name, self))


class NonCallableMagicMock(_Magic, NonCallableMock):
    """A mock with magic methods that cannot be called."""


_parameters = {'spec', 'side_effect', 'return_value', 'wraps', 'name', 'spec_set', 'parent', '_spec_state', '_new_name',
               '_new_parent', '_spec_as_instance', '_eat_self', 'unsafe'}


class MagicMock(_Magic, Mock):
    """A mock that has magic methods too."""


class PropertyMock(Mock):
    """For a class: reading the property calls it, and setting it calls it with the value."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


class AsyncMock(MagicMock):
    """A mock whose calls are to be awaited."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        state = self._mock_state
        state.await_count = 0
        state.await_args = None
        state.await_args_list = _CallList()

    await_count = _state_property('await_count')
    await_args = _state_property('await_args')
    await_args_list = _state_property('await_args_list')

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._awaitable(args, kwargs)

    async def _awaitable(self, args, kwargs):
        state = self._mock_state
        made = _Call((args, kwargs), two=True)
        state.await_count += 1
        state.await_args = made
        state.await_args_list.append(made)
        effect = self.side_effect
        if effect is not None and not _is_exception(effect) and not callable(effect):
            try:
                result = next(effect)
            except StopIteration:
                raise StopAsyncIteration
            if _is_exception(result):
                raise result
            return result
        result = self._execute_mock_call(*args, **kwargs)
        return await result if _is_async(effect) or hasattr(result, 'cr_await') else result

    def _assert_awaits(self, is_right, words):
        if not is_right:
            raise AssertionError(f'Expected {self._shown_name()} {words}. Awaited {self.await_count} times.')

    def assert_awaited(self):
        if self.await_count == 0:
            raise AssertionError(f'Expected {self._shown_name()} to have been awaited.')

    def assert_awaited_once(self):
        self._assert_awaits(self.await_count == 1, 'to have been awaited once')

    def assert_not_awaited(self):
        self._assert_awaits(self.await_count == 0, 'to not have been awaited')

    def assert_awaited_with(self, /, *args, **kwargs):
        wanted = self._format_mock_call_signature(args, kwargs)
        if self.await_args is None:
            raise AssertionError(f'Expected await: {wanted}\nNot awaited')
        if self._call_matcher(self.await_args) != self._call_matcher(_Call((args, kwargs), two=True)):
            actual = self._format_mock_call_signature(*self.await_args)
            raise AssertionError(f'expected await not found.\nExpected: {wanted}\n  Actual: {actual}')

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self._assert_awaits(self.await_count == 1, 'to have been awaited once')
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        if expected not in [self._call_matcher(each) for each in self.await_args_list]:
            raise AssertionError(f'{self._format_mock_call_signature(args, kwargs)} await not found')

    def assert_has_awaits(self, calls, any_order=False):
        expected = [self._call_matcher(each) for each in calls]
        made = _CallList(self._call_matcher(each) for each in self.await_args_list)
        if any_order and all(each in list(made) for each in expected) or not any_order and expected in made:
            return
        raise AssertionError(f'Awaits not found.\nExpected: {_CallList(calls)}\nActual: {self.await_args_list}')

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        state = self._mock_state
        state.await_count = 0
        state.await_args = None
        state.await_args_list = _CallList()


def seal(mock):
    """From now on no attributes come into being."""
    state = mock._mock_state
    state.is_sealed = True
    for name in dir(mock):
        try:
            child = getattr(mock, name)
        except AttributeError:
            continue
        if _is_mock(child) and child._mock_state.new_parent is mock and not isinstance(
                state.children.get(name), _Later):
            seal(child)
`
