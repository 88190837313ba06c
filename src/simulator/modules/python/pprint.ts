/** `pprint`: nested containers laid out in lines; as `Lib/pprint.py`. */
export const pprintSource = String.raw`
import collections as _collections
import sys as _sys
import types as _types
from io import StringIO as _StringIO

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(
        stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(
        indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _safe_key:
    """Sorts objects of any types: where they do not compare, by type and identity."""
    __slots__ = ['obj']

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _safe_tuple(t):
    return _safe_key(t[0]), _safe_key(t[1])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


def _words(line):
    """Each word with the space after it."""
    words = []
    start = 0
    in_space = False
    for i, c in enumerate(line):
        if in_space and not c.isspace():
            words.append(line[start:i])
            start = i
        in_space = c.isspace()
    words.append(line[start:])
    return words


_scalars = frozenset({str, bytes, bytearray, float, complex, bool, type(None)})


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent = int(indent)
        width = int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = _sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._format(object, self._stream, 0, 0, {}, 0)
            self._stream.write("\n")

    def pformat(self, object):
        stream = _StringIO()
        self._format(object, stream, 0, 0, {}, 0)
        return stream.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def _format(self, object, stream, indent, allowance, context, level):
        """Writes an object on one line if it fits, with room for allowance more characters."""
        key = id(object)
        if key in context:
            stream.write(_recursion(object))
            self._recursive = True
            self._readable = False
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            layout = self._dispatch.get(type(object).__repr__)
            if layout is None and _is_plain_dataclass(object):
                layout = PrettyPrinter._pprint_dataclass
            if layout is not None:
                context[key] = 1
                layout(self, object, stream, indent, allowance, context, level + 1)
                del context[key]
                return
        stream.write(text)

    _dispatch = {}

    def _pprint_dataclass(self, object, stream, indent, allowance, context, level):
        from dataclasses import fields
        name = object.__class__.__name__
        items = [(f.name, getattr(object, f.name)) for f in fields(object) if f.repr]
        stream.write(name + '(')
        self._format_namespace_items(items, stream, indent + len(name) + 1, allowance, context, level)
        stream.write(')')

    def _pad(self, stream):
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * ' ')

    def _items_of(self, object):
        return sorted(object.items(), key=_safe_tuple) if self._sort_dicts else object.items()

    def _pprint_dict(self, object, stream, indent, allowance, context, level):
        stream.write('{')
        self._pad(stream)
        if object:
            self._format_dict_items(self._items_of(object), stream, indent, allowance + 1, context, level)
        stream.write('}')

    _dispatch[dict.__repr__] = _pprint_dict

    def _pprint_ordered_dict(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + '(')
        self._format(list(object.items()), stream, indent + len(name) + 1, allowance + 1, context, level)
        stream.write(')')

    _dispatch[_collections.OrderedDict.__repr__] = _pprint_ordered_dict

    def _pprint_list(self, object, stream, indent, allowance, context, level):
        stream.write('[')
        self._format_items(object, stream, indent, allowance + 1, context, level)
        stream.write(']')

    _dispatch[list.__repr__] = _pprint_list

    def _pprint_tuple(self, object, stream, indent, allowance, context, level):
        end = ',)' if len(object) == 1 else ')'
        stream.write('(')
        self._format_items(object, stream, indent, allowance + len(end), context, level)
        stream.write(end)

    _dispatch[tuple.__repr__] = _pprint_tuple

    def _pprint_set(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        cls = object.__class__
        if cls is set:
            begin, end = '{', '}'
        else:
            begin, end = cls.__name__ + '({', '})'
            indent += len(cls.__name__) + 1
        stream.write(begin)
        self._format_items(sorted(object, key=_safe_key), stream, indent, allowance + len(end), context, level)
        stream.write(end)

    _dispatch[set.__repr__] = _pprint_set
    _dispatch[frozenset.__repr__] = _pprint_set

    def _pprint_str(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        width = self._width - indent
        for i, line in enumerate(lines):
            is_last = i == len(lines) - 1
            if len(repr(line)) <= (width - allowance if is_last else width):
                chunks.append(repr(line))
                continue
            words = _words(line)
            current = ''
            for j, word in enumerate(words):
                room = width - allowance if is_last and j == len(words) - 1 else width
                if len(repr(current + word)) <= room:
                    current += word
                    continue
                if current:
                    chunks.append(repr(current))
                current = word
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            stream.write(chunks[0])
            return
        text = ('\n' + ' ' * indent).join(chunks)
        stream.write(f'({text})' if level == 1 else text)

    _dispatch[str.__repr__] = _pprint_str

    def _pprint_bytes(self, object, stream, indent, allowance, context, level):
        if len(object) <= 4:
            stream.write(repr(object))
            return
        if level == 1:
            indent += 1
            allowance += 1
        chunks = []
        current = b''
        width = self._width - indent
        last = len(object) // 4 * 4
        for i in range(0, len(object), 4):
            part = object[i:i + 4]
            if i == last:
                width -= allowance
            if len(repr(current + part)) <= width:
                current += part
                continue
            if current:
                chunks.append(repr(current))
            current = part
        if current:
            chunks.append(repr(current))
        text = ('\n' + ' ' * indent).join(chunks)
        stream.write(f'({text})' if level == 1 else text)

    _dispatch[bytes.__repr__] = _pprint_bytes

    def _pprint_bytearray(self, object, stream, indent, allowance, context, level):
        stream.write('bytearray(')
        self._pprint_bytes(bytes(object), stream, indent + 10, allowance + 1, context, level + 1)
        stream.write(')')

    _dispatch[bytearray.__repr__] = _pprint_bytearray

    def _pprint_mappingproxy(self, object, stream, indent, allowance, context, level):
        stream.write('mappingproxy(')
        self._format(object.copy(), stream, indent + 13, allowance + 1, context, level)
        stream.write(')')

    _dispatch[_types.MappingProxyType.__repr__] = _pprint_mappingproxy

    def _pprint_simplenamespace(self, object, stream, indent, allowance, context, level):
        # Its repr says "namespace", those of subclasses their own name.
        name = 'namespace' if type(object) is _types.SimpleNamespace else object.__class__.__name__
        stream.write(name + '(')
        self._format_namespace_items(
            object.__dict__.items(), stream, indent + len(name) + 1, allowance, context, level)
        stream.write(')')

    _dispatch[_types.SimpleNamespace.__repr__] = _pprint_simplenamespace

    def _format_dict_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        between = ''
        last = len(items) - 1
        for i, (key, value) in enumerate(items):
            text = self._repr(key, context, level)
            stream.write(f'{between}{text}: ')
            between = ',\n' + ' ' * indent
            self._format(value, stream, indent + len(text) + 2, allowance if i == last else 1, context, level)

    def _format_namespace_items(self, items, stream, indent, allowance, context, level):
        between = ''
        last = len(items) - 1
        for i, (key, value) in enumerate(items):
            stream.write(f'{between}{key}=')
            between = ',\n' + ' ' * indent
            if id(value) in context:
                # As the repr of dataclasses and namespaces shows recursion.
                stream.write("...")
            else:
                self._format(value, stream, indent + len(key) + 1, allowance if i == last else 1, context, level)

    def _format_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        self._pad(stream)
        new_line = ',\n' + ' ' * indent
        between = ''
        width = room = self._width - indent + 1
        items = list(items)
        for i, item in enumerate(items):
            is_last = i == len(items) - 1
            if is_last:
                width -= allowance
                room -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                size = len(text) + 2
                if room < size:
                    room = width
                    if between:
                        between = new_line
                if room >= size:
                    room -= size
                    stream.write(between + text)
                    between = ', '
                    continue
            stream.write(between)
            between = new_line
            self._format(item, stream, indent, allowance if is_last else 1, context, level)

    def _repr(self, object, context, level):
        text, readable, recursive = self.format(object, context.copy(), self._depth, level)
        if not readable:
            self._readable = False
        if recursive:
            self._recursive = True
        return text

    def format(self, object, context, maxlevels, level):
        return self._safe_repr(object, context, maxlevels, level)

    def _pprint_default_dict(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        factory = self._repr(object.default_factory, context, level)
        indent += len(name) + 1
        stream.write(f"{name}({factory},\n{' ' * indent}")
        self._pprint_dict(object, stream, indent, allowance + 1, context, level)
        stream.write(')')

    _dispatch[_collections.defaultdict.__repr__] = _pprint_default_dict

    def _pprint_counter(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + '({')
        self._pad(stream)
        self._format_dict_items(object.most_common(), stream, indent + len(name) + 1, allowance + 2, context, level)
        stream.write('})')

    _dispatch[_collections.Counter.__repr__] = _pprint_counter

    def _pprint_chain_map(self, object, stream, indent, allowance, context, level):
        if not len(object.maps):
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + '(')
        indent += len(name) + 1
        for i, mapping in enumerate(object.maps):
            is_last = i == len(object.maps) - 1
            self._format(mapping, stream, indent, allowance + 1 if is_last else 1, context, level)
            stream.write(')' if is_last else ',\n' + ' ' * indent)

    _dispatch[_collections.ChainMap.__repr__] = _pprint_chain_map

    def _pprint_deque(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + '([')
        indent += len(name) + 1
        if object.maxlen is None:
            self._format_items(object, stream, indent, allowance + 2, context, level)
            stream.write('])')
        else:
            self._format_items(object, stream, indent, 2, context, level)
            stream.write(f"],\n{' ' * indent}maxlen={self._repr(object.maxlen, context, level)})")

    _dispatch[_collections.deque.__repr__] = _pprint_deque

    def _pprint_user_data(self, object, stream, indent, allowance, context, level):
        self._format(object.data, stream, indent, allowance, context, level - 1)

    _dispatch[_collections.UserDict.__repr__] = _pprint_user_data
    _dispatch[_collections.UserList.__repr__] = _pprint_user_data
    _dispatch[_collections.UserString.__repr__] = _pprint_user_data

    def _safe_repr(self, object, context, maxlevels, level):
        """The repr on one line, whether it can be read back, and whether it is recursive."""
        typ = type(object)
        if typ in _scalars:
            return repr(object), True, False
        method = getattr(typ, "__repr__", None)
        if issubclass(typ, int) and method is int.__repr__:
            return f"{object:_d}" if self._underscore_numbers else repr(object), True, False
        if issubclass(typ, dict) and method is dict.__repr__:
            if not object:
                return "{}", True, False
            form = '{%s}'
        elif issubclass(typ, list) and method is list.__repr__:
            if not object:
                return "[]", True, False
            form = '[%s]'
        elif issubclass(typ, tuple) and method is tuple.__repr__:
            if not object:
                return "()", True, False
            form = '(%s,)' if len(object) == 1 else '(%s)'
        else:
            text = repr(object)
            return text, text and not text.startswith('<'), False
        key = id(object)
        if maxlevels and level >= maxlevels:
            return form % '...', False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        parts = []
        readable, recursive = True, False
        is_dict = issubclass(typ, dict)
        for item in self._items_of(object) if is_dict else object:
            shown = [self.format(each, context, maxlevels, level + 1) for each in (item if is_dict else (item,))]
            parts.append(': '.join([text for text, _, _ in shown]))
            readable = readable and all(r for _, r, _ in shown)
            recursive = recursive or any(r for _, _, r in shown)
        del context[key]
        return form % ', '.join(parts), readable, recursive


def _is_plain_dataclass(object):
    """Whether it is an instance of a dataclass with the __repr__ that dataclasses made."""
    if isinstance(object, type) or not hasattr(type(object), '__dataclass_params__'):
        return False
    wrapped = getattr(object.__repr__, '__wrapped__', None)
    return (object.__dataclass_params__.repr and wrapped is not None and '__create_fn__' in wrapped.__qualname__)
`
