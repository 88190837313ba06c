/**
 * The first part of `unittest.mock`: sentinels, what equals anything, and calls as values to be compared and shown.
 * As `Lib/unittest/mock.py`.
 */
export const mockCallsSource = String.raw`
import builtins
import sys

from .util import safe_repr

__all__ = (
    'Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'AsyncMock', 'FILTER_DIR',
    'NonCallableMock', 'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal',
)

# Whether dir() of a mock leaves out what is of no use.
FILTER_DIR = True


class InvalidSpecError(Exception):
    """A mock was to be the specification of a mock."""


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'

    def __reduce__(self):
        return f'sentinel.{self.name}'


class _Sentinel:
    """Each attribute is an object of its own, the same one each time."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))

    def __reduce__(self):
        return 'sentinel'


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class _ANY:
    "Equal to everything."

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _ANY()


def _shown_call(name, args, kwargs):
    parts = [repr(arg) for arg in args]
    parts.extend(f'{key}={value!r}' for key, value in kwargs.items())
    return f"{name}({', '.join(parts)})"


def _taken_apart(value):
    """Name, args and kwargs of a tuple in which any of them may be left out."""
    name, args, kwargs = '', (), {}
    rest = list(value)
    if rest and isinstance(rest[0], str):
        name = rest.pop(0)
    for part in rest:
        if isinstance(part, tuple):
            args = part
        else:
            kwargs = part
    return name, args, kwargs


class _Call(tuple):
    """A call: (args, kwargs) or (name, args, kwargs). Compares with tuples that leave parts out; an empty name
    matches any."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        if len(value) == 2 and not isinstance(value[0], str):
            own, (args, kwargs) = '', value
        elif len(value) == 3:
            # An empty name is one too.
            name, args, kwargs = value
            own = name
        else:
            own, args, kwargs = _taken_apart(value)
        return tuple.__new__(cls, (args, kwargs) if two else (own or name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            count = len(other)
        except TypeError:
            return NotImplemented
        if count > 3:
            return False
        name, args, kwargs = ('', *self) if len(self) == 2 else self
        parent, other_parent = getattr(self, '_mock_parent', None), getattr(other, '_mock_parent', None)
        if parent and other_parent and parent != other_parent:
            return False
        if count == 2 and not isinstance(other[0], str):
            other_name, (other_args, other_kwargs) = '', other
        elif count == 3:
            other_name, other_args, other_kwargs = other
        else:
            other_name, other_args, other_kwargs = _taken_apart(other)
        if name and other_name != name:
            return False
        # The other one first: it may have ANY in it.
        return (other_args, other_kwargs) == (args, kwargs)

    __ne__ = object.__ne__

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f'{self._mock_name}.{attr}', parent=self, from_kall=False)

    def __getattribute__(self, attr):
        # call.count and call.index are calls too.
        if attr in tuple.__dict__:
            raise AttributeError
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def __repr__(self):
        name = '' if len(self) == 2 else self[0]
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return f'call{name}' if name.startswith('()') else name
        shown = f'call{name}' if not name or name.startswith('()') else f'call.{name}'
        return _shown_call(shown, self[-2], self[-1])

    def call_list(self):
        """The calls that a chain of calls is made of."""
        calls = []
        each = self
        while each is not None:
            if each._mock_from_kall:
                calls.append(each)
            each = each._mock_parent
        calls.reverse()
        return _CallList(calls)


call = _Call(from_kall=False)


class _CallList(list):
    """Calls, in which a shorter list may be contained."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        count = len(value)
        return any(self[i:i + count] == value for i in range(len(self) - count + 1))

    def __repr__(self):
        import pprint
        return pprint.pformat(list(self))
`
