/** `inspect`, part 1: what kind of thing an object is, its members, its documentation, frames. */
export const inspectObjects = String.raw`
import enum
import functools
import itertools
import linecache
import sys
import tokenize
import types
from collections import namedtuple, OrderedDict
from keyword import iskeyword
from operator import attrgetter

CO_OPTIMIZED = 1
CO_NEWLOCALS = 2
CO_VARARGS = 4
CO_VARKEYWORDS = 8
CO_NESTED = 16
CO_GENERATOR = 32
CO_COROUTINE = 128
CO_ITERABLE_COROUTINE = 256
CO_ASYNC_GENERATOR = 512
TPFLAGS_IS_ABSTRACT = 1 << 20


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isinstance(obj, type):
        annotations = obj.__dict__.get('__annotations__', None)
        if isinstance(annotations, types.GetSetDescriptorType):
            annotations = None
        module = sys.modules.get(getattr(obj, '__module__', None), None)
        own_globals, own_locals, wrapper = getattr(module, '__dict__', None), dict(vars(obj)), obj
    elif isinstance(obj, types.ModuleType):
        annotations = getattr(obj, '__annotations__', None)
        own_globals, own_locals, wrapper = obj.__dict__, None, None
    elif callable(obj):
        annotations = getattr(obj, '__annotations__', None)
        own_globals, own_locals, wrapper = getattr(obj, '__globals__', None), None, obj
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if annotations is None:
        return {}
    if not isinstance(annotations, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not annotations or not eval_str:
        return dict(annotations)
    if wrapper is not None:
        while hasattr(wrapper, '__wrapped__') or isinstance(wrapper, functools.partial):
            wrapper = wrapper.__wrapped__ if hasattr(wrapper, '__wrapped__') else wrapper.func
        own_globals = getattr(wrapper, '__globals__', own_globals)
    if globals is None:
        globals = own_globals
    if locals is None:
        locals = own_locals or {}
    if type_params := getattr(obj, "__type_params__", ()):
        locals = {param.__name__: param for param in type_params} | locals
    return {
        key: eval(value, globals, locals) if isinstance(value, str) else value for key, value in annotations.items()
    }


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object) or isinstance(object, functools.partial):
        return False
    tp = type(object)
    return hasattr(tp, '__get__') and not hasattr(tp, '__set__') and not hasattr(tp, '__delete__')


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    tp = type(object)
    return hasattr(tp, '__set__') or hasattr(tp, '__delete__')


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def _has_code_flag(f, flag):
    f = functools._unwrap_partialmethod(f)
    while ismethod(f):
        f = f.__func__
    f = functools._unwrap_partial(f)
    if not (isfunction(f) or _signature_is_functionlike(f)):
        return False
    return bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_code_flag(obj, CO_GENERATOR)


_is_coroutine_mark = object()


def _has_coroutine_mark(f):
    while ismethod(f):
        f = f.__func__
    return getattr(functools._unwrap_partial(f), '_is_coroutine_marker', None) is _is_coroutine_mark


def markcoroutinefunction(func):
    if hasattr(func, '__func__'):
        func = func.__func__
    func._is_coroutine_marker = _is_coroutine_mark
    return func


def iscoroutinefunction(obj):
    return _has_code_flag(obj, CO_COROUTINE) or _has_coroutine_mark(obj)


def isasyncgenfunction(obj):
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isawaitable(object):
    from _collections_abc import Awaitable
    return (isinstance(object, types.CoroutineType)
            or isinstance(object, types.GeneratorType) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
            or isinstance(object, Awaitable))


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or ismethodwrapper(object)


def isabstract(object):
    if not isinstance(object, type):
        return False
    if object.__flags__ & TPFLAGS_IS_ABSTRACT:
        return True
    from abc import ABCMeta
    if not isinstance(object, ABCMeta) or hasattr(object, '__abstractmethods__'):
        return False
    # Asked in __init_subclass__, before ABCMeta has set it.
    names = set(object.__dict__).union(*(getattr(base, '__abstractmethods__', ()) for base in object.__bases__))
    return any(getattr(getattr(object, name, None), '__isabstractmethod__', False) for name in names)


def _getmembers(object, predicate, getter):
    results = []
    mro = (object,) + getmro(object) if isclass(object) else ()
    names = dir(object)
    for base in object.__bases__ if isclass(object) else ():
        for name, value in base.__dict__.items():
            if isinstance(value, types.DynamicClassAttribute):
                names.append(name)
    processed = set()
    for name in names:
        try:
            value = getter(object, name)
            if name in processed:
                raise AttributeError
        except AttributeError:
            # A name that dir() makes up, or one that only the class has.
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if not predicate or predicate(value):
            results.append((name, value))
        processed.add(name)
    results.sort(key=lambda pair: pair[0])
    return results


def getmembers(object, predicate=None):
    return _getmembers(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    return _getmembers(object, predicate, getattr_static)


Attribute = namedtuple('Attribute', 'name kind defining_class object')


def classify_class_attrs(cls):
    found = []
    for name in dir(cls):
        for base in (cls, *getmro(cls), *(c for c in getmro(type(cls)) if c not in (type, object))):
            if name in base.__dict__:
                break
        else:
            continue
        obj = base.__dict__[name]
        if isinstance(obj, (staticmethod, types.BuiltinMethodType)):
            kind = "static method"
        elif isinstance(obj, (classmethod, types.ClassMethodDescriptorType)):
            kind = "class method"
        elif isinstance(obj, property):
            kind = "property"
        else:
            if name != '__dict__':
                obj = getattr(cls, name, obj)
            kind = "method" if isroutine(obj) else "data"
        found.append(Attribute(name, kind, base, obj))
    return found


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    start = func
    # By id: they need not be hashable.
    seen = {id(func): func}
    while not isinstance(func, type) and hasattr(func, "__wrapped__"):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError('wrapper loop when unwrapping {!r}'.format(start))
        seen[id(func)] = func
    return func


def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def _inherited_doc(obj):
    """The documentation of what a method overrides."""
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object and base.__doc__ is not None:
                return base.__doc__
        return None
    if ismethod(obj):
        name = obj.__func__.__name__
        owner = obj.__self__ if isclass(obj.__self__) else obj.__self__.__class__
    elif isfunction(obj) or isinstance(obj, property):
        func = obj.fget if isinstance(obj, property) else obj
        name = func.__name__
        owner = sys.modules.get(func.__module__)
        for part in func.__qualname__.split('.')[:-1]:
            owner = getattr(owner, part, None)
    elif ismethoddescriptor(obj) or isdatadescriptor(obj):
        name, owner = obj.__name__, obj.__objclass__
    else:
        return None
    if not isclass(owner):
        return None
    for base in owner.__mro__:
        doc = getattr(getattr(base, name, None), '__doc__', None)
        if doc is not None:
            return doc
    return None


def getdoc(object):
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _inherited_doc(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margins = [len(line) - len(line.lstrip(' ')) for line in lines[1:] if line.lstrip(' ')]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip(' ')] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        del lines[0]
    return '\n'.join(lines)


def getfile(object):
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError('{!r} is a built-in module'.format(object))
    if isclass(object):
        module = sys.modules.get(getattr(object, '__module__', None))
        if getattr(module, '__file__', None):
            return module.__file__
        if object.__module__ == '__main__':
            raise OSError('source code not available')
        raise TypeError('{!r} is a built-in class'.format(object))
    for attribute in ('__func__', '__code__', 'tb_frame', 'f_code'):
        object = getattr(object, attribute, object)
    if iscode(object):
        return object.co_filename
    raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got {}'.format(
        type(object).__name__))


def getsourcefile(object):
    filename = getfile(object)
    if filename.startswith('<') and filename.endswith('>'):
        return filename if filename in linecache.cache else None
    return filename if linecache.getlines(filename) else None


def getmodulename(path):
    name = path.rpartition('/')[2]
    return name[:-3] if name.endswith('.py') else None


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    if hasattr(object, '__module__'):
        return sys.modules.get(object.__module__)
    try:
        filename = _filename or getsourcefile(object) or getfile(object)
    except TypeError:
        return None
    for module in sys.modules.copy().values():
        if ismodule(module) and vars(module).get('__file__') == filename:
            return module
    main = sys.modules['__main__']
    name = getattr(object, '__name__', None)
    return main if name is not None and getattr(main, name, None) is object else None


def findsource(object):
    """All lines of the file in which an object is defined, and the index of the line where it begins."""
    filename = getsourcefile(object)
    if filename:
        linecache.checkcache(filename)
    else:
        filename = getfile(object)
        if not (filename.startswith('<') and filename.endswith('>')):
            raise OSError('source code not available')
    module = getmodule(object, filename)
    lines = linecache.getlines(filename, module.__dict__ if module else None)
    if not lines:
        raise OSError('could not get source code')
    if ismodule(object):
        return lines, 0
    if isclass(object):
        try:
            at = vars(object)['__firstlineno__'] - 1
        except (TypeError, KeyError):
            raise OSError('source code not available')
    else:
        for attribute in ('__func__', '__code__', 'tb_frame', 'f_code'):
            object = getattr(object, attribute, object)
        if not iscode(object):
            raise OSError('could not find code object')
        at = object.co_firstlineno - 1
    if at >= len(lines):
        raise OSError('lineno is out of bounds')
    return lines, at


class EndOfBlock(Exception):
    pass


class BlockFinder:
    """Is told of one token after the other, and raises EndOfBlock when the definition that begins with them has ended."""

    def __init__(self):
        self.last = 1
        self.depth = 0
        self.body_column = None
        self.has_started = self.is_lambda = self.skips_line = False
        self.is_decorator = self.has_arguments = False

    def tokeneater(self, kind, text, start, end, line):
        if not self.has_started and not self.is_decorator:
            if text == '@':
                self.is_decorator = True
            elif text in ('def', 'class', 'lambda'):
                self.has_started = True
                self.is_lambda = text == 'lambda'
            self.skips_line = True
        elif text == '(' and self.is_decorator:
            self.has_arguments = True
        elif text == ')' and self.is_decorator:
            self.is_decorator = self.has_arguments = False
        elif kind == tokenize.NEWLINE:
            self.skips_line = False
            self.last = start[0]
            if self.is_lambda:
                raise EndOfBlock
            if self.is_decorator and not self.has_arguments:
                self.is_decorator = False
        elif self.skips_line:
            pass
        elif kind == tokenize.INDENT:
            if self.body_column is None and self.has_started:
                self.body_column = end[1]
            self.depth += 1
            self.skips_line = True
        elif kind == tokenize.DEDENT:
            self.depth -= 1
            if self.depth <= 0:
                raise EndOfBlock
        elif kind == tokenize.COMMENT:
            if self.body_column is not None and start[1] >= self.body_column:
                self.last = start[0]
        elif self.depth == 0 and kind != tokenize.NL:
            raise EndOfBlock


def getblock(lines):
    """The lines of the definition at the beginning of lines."""
    finder = BlockFinder()
    try:
        for token in tokenize.generate_tokens(iter(lines).__next__):
            finder.tokeneater(*token)
    except (EndOfBlock, IndentationError):
        pass
    except SyntaxError as error:
        # What comes after a lambda may close brackets that are not its own.
        if 'unmatched' not in error.msg:
            raise
    return lines[:finder.last]


def getsourcelines(object):
    object = unwrap(object)
    lines, at = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    code = object.f_code if isframe(object) else object
    if ismodule(object) or iscode(code) and code.co_name == '<module>':
        return lines, 0
    return getblock(lines[at:]), at + 1


def getsource(object):
    return ''.join(getsourcelines(object)[0])


def getcomments(object):
    """The comment lines directly before an object; None if there are none."""
    try:
        lines, at = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0][:2] == '#!' else 0
        while start < len(lines) and lines[start].strip() in ('', '#'):
            start += 1
        end = start
        while end < len(lines) and lines[end][:1] == '#':
            end += 1
        return ''.join(line.expandtabs() for line in lines[start:end]) if end > start else None
    indent = indentsize(lines[at])
    found = []
    while at > 0 and lines[at - 1].lstrip()[:1] == '#' and indentsize(lines[at - 1]) == indent:
        at -= 1
        found.insert(0, lines[at].expandtabs().lstrip())
    while found and found[0].strip() == '#':
        found.pop(0)
    while found and found[-1].strip() == '#':
        found.pop()
    return ''.join(found) if found else None


def getclosurevars(func):
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError("{!r} is not a Python function".format(func))
    code = func.__code__
    closure = func.__closure__ or ()
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, closure)}
    import builtins as own
    builtins = func.__globals__.get("__builtins__", own)
    if ismodule(builtins):
        builtins = builtins.__dict__
    found_globals, found_builtins, unbound = {}, {}, set()
    for name in code.co_names:
        if name in func.__globals__:
            found_globals[name] = func.__globals__[name]
        elif name in builtins:
            found_builtins[name] = builtins[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found_globals, found_builtins, unbound)

ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')
ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')


def getargvalues(frame):
    args, varargs, varkw = getargs(frame.f_code)
    return ArgInfo(args, varargs, varkw, frame.f_locals)

Arguments = namedtuple('Arguments', 'args, varargs, varkw')


def getargs(co):
    if not iscode(co):
        raise TypeError('{!r} is not a code object'.format(co))
    names = co.co_varnames
    count = co.co_argcount
    after = count + co.co_kwonlyargcount
    varargs = varkw = None
    if co.co_flags & CO_VARARGS:
        varargs = names[after]
        after += 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[after]
    return Arguments(list(names[:count]) + list(names[count:count + co.co_kwonlyargcount]), varargs, varkw)


_Traceback = namedtuple('_Traceback', 'filename lineno function code_context index')


class Traceback(_Traceback):
    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        made = super().__new__(cls, filename, lineno, function, code_context, index)
        made.positions = positions
        return made

_FrameInfo = namedtuple('_FrameInfo', ('frame',) + Traceback._fields)


class FrameInfo(_FrameInfo):
    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        made = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        made.positions = positions
        return made


def getframeinfo(frame, context=1):
    if istraceback(frame):
        lineno, frame = frame.tb_lineno, frame.tb_frame
    elif isframe(frame):
        lineno = frame.f_lineno
    else:
        raise TypeError('{!r} is not a frame or traceback object'.format(frame))
    filename = frame.f_code.co_filename
    import _traceback
    lines = index = None
    if context > 0 and lineno is not None:
        start = max(lineno - 1 - context // 2, 0)
        lines = []
        for number in range(start + 1, start + 1 + context):
            line = _traceback.source_line(filename, number)
            if line is not None:
                lines.append(line + '\n')
        index = lineno - 1 - start
        if not lines:
            lines = index = None
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index)


def getlineno(frame):
    return frame.f_lineno


def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def currentframe():
    return sys._getframe(1)


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    exc = sys.exception()
    return getinnerframes(None if exc is None else exc.__traceback__, context)


_sentinel = object()
_type_mro = type.__dict__['__mro__'].__get__
_type_dict = type.__dict__['__dict__'].__get__


def _class_attribute(klass, attr):
    for entry in _type_mro(klass):
        names = _type_dict(entry)
        if attr in names:
            return names[attr]
    return _sentinel


def _has_own_dict(objtype):
    """Whether __dict__ of instances is what the machine keeps there, not an attribute of the class."""
    for entry in _type_mro(objtype):
        found = _type_dict(entry).get('__dict__', _sentinel)
        if found is not _sentinel and not (
                type(found) is types.GetSetDescriptorType and found.__name__ == '__dict__' and found.__objclass__ is entry):
            return type(found) is types.MemberDescriptorType
    return True


def getattr_static(obj, attr, default=_sentinel):
    own = _sentinel
    objtype = type(obj)
    if type in _type_mro(objtype):
        klass = obj
    else:
        klass = objtype
        if _has_own_dict(objtype):
            try:
                own = dict.get(object.__getattribute__(obj, "__dict__"), attr, _sentinel)
            except AttributeError:
                pass
    inherited = _class_attribute(klass, attr)
    if own is not _sentinel and inherited is not _sentinel:
        kind = type(inherited)
        if (_class_attribute(kind, "__get__") is not _sentinel
                and (_class_attribute(kind, "__set__") is not _sentinel
                     or _class_attribute(kind, "__delete__") is not _sentinel)):
            return inherited
    if own is not _sentinel:
        return own
    if inherited is not _sentinel:
        return inherited
    if obj is klass:
        found = _class_attribute(type(klass), attr)
        if found is not _sentinel:
            return found
    if default is not _sentinel:
        return default
    raise AttributeError(attr)


GEN_CREATED = 'GEN_CREATED'
GEN_RUNNING = 'GEN_RUNNING'
GEN_SUSPENDED = 'GEN_SUSPENDED'
GEN_CLOSED = 'GEN_CLOSED'


def _state(obj, prefix, kind):
    if getattr(obj, prefix + '_running'):
        return kind + '_RUNNING'
    if getattr(obj, prefix + '_suspended'):
        return kind + '_SUSPENDED'
    return kind + ('_CLOSED' if getattr(obj, prefix + '_frame') is None else '_CREATED')


def _locals_of(obj, prefix):
    frame = getattr(obj, prefix + '_frame', None)
    return frame.f_locals if frame is not None else {}


def getgeneratorstate(generator):
    return _state(generator, 'gi', 'GEN')


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError("{!r} is not a Python generator".format(generator))
    return _locals_of(generator, 'gi')


CORO_CREATED = 'CORO_CREATED'
CORO_RUNNING = 'CORO_RUNNING'
CORO_SUSPENDED = 'CORO_SUSPENDED'
CORO_CLOSED = 'CORO_CLOSED'


def getcoroutinestate(coroutine):
    return _state(coroutine, 'cr', 'CORO')


def getcoroutinelocals(coroutine):
    return _locals_of(coroutine, 'cr')


AGEN_CREATED = 'AGEN_CREATED'
AGEN_RUNNING = 'AGEN_RUNNING'
AGEN_SUSPENDED = 'AGEN_SUSPENDED'
AGEN_CLOSED = 'AGEN_CLOSED'


def getasyncgenstate(agen):
    return _state(agen, 'ag', 'AGEN')


def getasyncgenlocals(agen):
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    return _locals_of(agen, 'ag')


class BufferFlags(enum.IntFlag):
    SIMPLE = 0
    WRITABLE = 1
    FORMAT = 4
    ND = 8
    STRIDES = 16 | ND
    C_CONTIGUOUS = 32 | STRIDES
    F_CONTIGUOUS = 64 | STRIDES
    ANY_CONTIGUOUS = 128 | STRIDES
    INDIRECT = 256 | STRIDES
    CONTIG = ND | WRITABLE
    CONTIG_RO = ND
    STRIDED = STRIDES | WRITABLE
    STRIDED_RO = STRIDES
    RECORDS = STRIDES | WRITABLE | FORMAT
    RECORDS_RO = STRIDES | FORMAT
    FULL = INDIRECT | WRITABLE | FORMAT
    FULL_RO = INDIRECT | FORMAT
    READ = 256
    WRITE = 512
`
