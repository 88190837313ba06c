/**
 * `unittest.mock`: calls, mocks, and in this file what puts mocks in the place of other things (`patch`) and makes
 * them after a model (`create_autospec`). As `Lib/unittest/mock.py`.
 */
import { mockCallsSource } from './mock-calls.ts'
import { mockMagicSource } from './mock-magic.ts'
import { mockObjectsSource } from './mock-objects.ts'

const patchSource = String.raw`
def _target(path):
    """What a dotted path leads to, importing on the way."""
    try:
        where, attribute = path.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {path!r}')
    return (lambda: _resolve(where)), attribute


def _resolve(path):
    first, *names = path.split('.')
    obj = __import__(first)
    reached = first
    for name in names:
        reached += '.' + name
        try:
            obj = getattr(obj, name)
        except AttributeError:
            __import__(reached)
            obj = getattr(obj, name)
    return obj


class _patch:
    """Another object for an attribute, while a block, a function or the methods of a class run."""

    attribute_name = None
    _active_patches = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.new_callable = new_callable
        self.spec = spec
        self.create = create
        self.has_local = False
        self.spec_set = spec_set
        self.autospec = autospec
        self.kwargs = kwargs
        self.additional_patchers = []
        self.is_started = False

    def copy(self):
        patcher = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                         self.new_callable, self.kwargs)
        patcher.attribute_name = self.attribute_name
        patcher.additional_patchers = [each.copy() for each in self.additional_patchers]
        return patcher

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                value = getattr(func, name)
                if name.startswith(patch.TEST_PREFIX) and hasattr(value, '__call__'):
                    setattr(func, name, self.copy()(value))
            return func
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func
        return self._decorated(func)

    def _decorated(self, func):
        from functools import wraps

        def enter_all(args, keywargs, entered):
            extra = []
            for each in patched.patchings:
                value = each.__enter__()
                entered.append(each)
                if each.attribute_name is not None:
                    keywargs.update(value)
                elif each.new is DEFAULT:
                    extra.append(value)
            return (*args, *extra)

        def leave_all(entered, exc_info):
            while entered:
                entered.pop().__exit__(*exc_info)

        if _is_async(func):
            @wraps(func)
            async def patched(*args, **keywargs):
                entered = []
                try:
                    return await func(*enter_all(args, keywargs, entered), **keywargs)
                finally:
                    leave_all(entered, sys.exc_info())
        else:
            @wraps(func)
            def patched(*args, **keywargs):
                entered = []
                try:
                    return func(*enter_all(args, keywargs, entered), **keywargs)
                finally:
                    leave_all(entered, sys.exc_info())
        patched.patchings = [self]
        return patched

    def _original(self):
        """What the attribute is, and whether it is the target's own."""
        target, name = self.getter(), self.attribute
        original, is_own = DEFAULT, False
        try:
            original = target.__dict__[name]
            is_own = True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        create = self.create or name in vars(builtins) and getattr(target, '__name__', None) in sys.modules and (
            sys.modules.get(target.__name__) is target)
        if not create and original is DEFAULT:
            raise AttributeError(f'{target} does not have the attribute {name!r}')
        return original, is_own

    def _replacement(self, original):
        spec, spec_set, autospec, kwargs = self.spec, self.spec_set, self.autospec, dict(self.kwargs)
        if self.new is not DEFAULT:
            if autospec is not None:
                raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
            if kwargs:
                raise TypeError("Can't pass kwargs to a mock we aren't creating")
            return self.new
        if autospec is not None:
            if autospec is True:
                autospec = original
            if _is_mock(self.target):
                raise InvalidSpecError(f'Cannot autospec attr {self.attribute!r} as the patch target has already been '
                                       f'mocked out. [target={self.target!r}, attr={autospec!r}]')
            if _is_mock(autospec):
                name = getattr(self.target, '__name__', self.target)
                raise InvalidSpecError(f'Cannot autospec attr {self.attribute!r} from target {name!r} as it has already '
                                       f'been mocked out. [target={self.target!r}, attr={autospec!r}]')
            return create_autospec(autospec, spec_set=bool(spec_set), _name=self.attribute, **kwargs)
        if spec is True:
            spec = original
            if spec_set is True:
                spec_set, spec = original, None
        elif spec_set is True:
            spec_set = original
        model = spec if spec is not None else spec_set
        made = self.new_callable
        if made is None:
            made = AsyncMock if _is_async(original if model is None else model) else MagicMock
        if spec is not None:
            kwargs['spec'] = spec
        if spec_set is not None:
            kwargs['spec_set'] = spec_set
        if isinstance(made, type) and issubclass(made, NonCallableMock) and self.attribute:
            kwargs.setdefault('name', self.attribute)
        new = made(**kwargs)
        if isinstance(model, type) and not isinstance(model, (list, tuple)) and _is_mock(new):
            # What the mocked class gives when called has the same attributes.
            kwargs.pop('name', None)
            if isinstance(new, _Callable) and 'return_value' not in kwargs:
                new.return_value = made(_new_parent=new, _new_name='()', **kwargs)
        return new

    def __enter__(self):
        if self.is_started:
            raise RuntimeError('Patch is already started')
        from contextlib import ExitStack
        self.target = self.getter()
        original, is_own = self._original()
        new = self._replacement(original)
        self.temp_original, self.is_local = original, is_own
        self._exit_stack = ExitStack()
        self.is_started = True
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            values = {self.attribute_name: new} if self.new is DEFAULT else {}
            for each in self.additional_patchers:
                value = self._exit_stack.enter_context(each)
                if each.new is DEFAULT:
                    values.update(value)
            return values
        except:
            if not self.__exit__(*sys.exc_info()):
                raise

    def __exit__(self, *exc_info):
        if not self.is_started:
            return None
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and (not hasattr(self.target, self.attribute) or self.attribute in (
                    '__doc__', '__module__', '__defaults__', '__annotations__', '__kwdefaults__')):
                # What cannot be deleted without a trace is put back.
                setattr(self.target, self.attribute, self.temp_original)
        del self.temp_original, self.is_local, self.target
        stack = self._exit_stack
        del self._exit_stack
        self.is_started = False
        return stack.__exit__(*exc_info)

    def start(self):
        """Puts the replacement in place until stop()."""
        result = self.__enter__()
        self._active_patches.append(self)
        return result

    def stop(self):
        if self not in self._active_patches:
            return None
        self._active_patches.remove(self)
        return self.__exit__(None, None, None)


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False,
          **kwargs):
    """Another object for 'package.module.name': a decorator and a context manager."""
    getter, attribute = _target(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, *, unsafe=False, **kwargs):
    """Another object for an attribute of the target."""
    if type(target) is str:
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Several attributes of one target at once; DEFAULT asks for a mock."""
    getter = (lambda: _resolve(target)) if type(target) is str else (lambda: target)
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    patchers = []
    for name, new in kwargs.items():
        patcher = _patch(getter, name, new, spec, create, spec_set, autospec, new_callable, {})
        patcher.attribute_name = name
        patchers.append(patcher)
    patchers[0].additional_patchers.extend(patchers[1:])
    return patchers[0]


def _patch_stopall():
    """Stops what was started, the last one first."""
    for patcher in reversed(_patch._active_patches[:]):
        patcher.stop()


class _patch_dict:
    """Other entries in a dict, which is as before afterwards."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = {**dict(values), **kwargs}
        self.clear = clear
        self._original = None

    def __call__(self, func):
        from functools import wraps
        if isinstance(func, type):
            for name in dir(func):
                value = getattr(func, name)
                if name.startswith(patch.TEST_PREFIX) and hasattr(value, '__call__'):
                    setattr(func, name, _patch_dict(self.in_dict, self.values, self.clear)(value))
            return func
        if _is_async(func):
            @wraps(func)
            async def inner(*args, **kw):
                with self:
                    return await func(*args, **kw)
        else:
            @wraps(func)
            def inner(*args, **kw):
                with self:
                    return func(*args, **kw)
        return inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _resolve(self.in_dict)
        target = self.in_dict
        try:
            self._original = target.copy()
        except AttributeError:
            self._original = {key: target[key] for key in target}
        if self.clear:
            _empty(target)
        for key, value in self.values.items():
            target[key] = value
        return target

    def __exit__(self, *args):
        if self._original is not None:
            original, self._original = self._original, None
            _empty(self.in_dict)
            for key in original:
                self.in_dict[key] = original[key]
        return False

    def start(self):
        result = self.__enter__()
        _patch._active_patches.append(self)
        return result

    def stop(self):
        if self not in _patch._active_patches:
            return None
        _patch._active_patches.remove(self)
        return self.__exit__(None, None, None)


def _empty(mapping):
    try:
        mapping.clear()
    except AttributeError:
        for key in list(mapping):
            del mapping[key]


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _patch_stopall
patch.TEST_PREFIX = 'test'


class _Later:
    """A child of an autospec that is made when it is asked for."""

    def __init__(self, spec, spec_set, parent, name, instance):
        self.spec = spec
        self.spec_set = spec_set
        self.parent = parent
        self.name = name
        self.instance = instance

    def make(self):
        return create_autospec(self.spec, self.spec_set, self.instance, self.parent, self.name)


def _is_function(obj):
    return hasattr(obj, '__code__') and hasattr(obj, '__defaults__')


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock with the attributes and signatures of 'spec', and of what these have."""
    if isinstance(spec, (list, tuple)):
        spec = type(spec)
    if _is_mock(spec):
        raise InvalidSpecError(f'Cannot autospec a Mock object. [object={spec!r}]')
    is_class = isinstance(spec, type)
    options = {'spec_set' if spec_set else 'spec': spec}
    if spec is None:
        options = {}
    if is_class and instance and '_spec_as_instance' not in kwargs:
        options['_spec_as_instance'] = True
    made = MagicMock
    if _is_async(spec):
        made = AsyncMock
    elif not callable(spec) or is_class and instance and not hasattr(spec, '__call__'):
        made = NonCallableMagicMock
    elif is_class and instance and '__call__' not in {name for each in spec.__mro__ for name in vars(each)}:
        made = NonCallableMagicMock
    options.update(kwargs)
    options.pop('_eat_self', None)
    mock = made(parent=_parent, _new_parent=_parent, _new_name=_name or '', name=_name, **options)
    state = mock._mock_state
    if is_class or not _is_function(spec):
        eat_self = _parent is not None and _must_skip(_parent._mock_state.spec_class, _name, True)
    else:
        eat_self = _parent is not None and _must_skip(_parent._mock_state.spec_class, _name, False)
    state.signature = None if spec is None else _signature_of(spec, instance, eat_self)
    if state.signature is not None:
        signature = state.signature

        def check(self, /, *args, **kwargs):
            signature.bind(*args, **kwargs)
        type(mock)._mock_check_sig = check
    if _is_function(spec):
        return _as_function(mock, spec)
    if is_class and not instance and 'return_value' not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name='()', _parent=mock)
    for name in dir(spec):
        if _is_magic(name):
            continue
        try:
            original = getattr(spec, name)
        except AttributeError:
            continue
        child = _Later(original, spec_set, mock, name, False)
        if _is_function(original) or hasattr(original, '__func__'):
            inner = create_autospec(getattr(original, '__func__', original), spec_set, _parent=mock, _name=name)
            mock._mock_state.children[name] = inner
            if _is_function(inner):
                mock.__dict__[name] = inner
        else:
            mock._mock_state.children[name] = child
    return mock


def _must_skip(spec, name, is_type):
    """Whether the first argument of a method is not given by its callers."""
    if spec is None:
        return False
    for each in getattr(spec, '__mro__', ()):
        found = each.__dict__.get(name, DEFAULT)
        if found is DEFAULT:
            continue
        if isinstance(found, staticmethod):
            return False
        return is_type or isinstance(found, classmethod) or _is_function(found)
    return is_type


def _as_function(mock, spec):
    """A function of the same name and signature that calls the mock, and has its attributes."""
    signature = mock._mock_state.signature
    if _is_async(spec):
        async def function(*args, **kwargs):
            return await mock(*args, **kwargs)
    else:
        def function(*args, **kwargs):
            return mock(*args, **kwargs)
    for name in ('__name__', '__qualname__', '__doc__', '__module__', '__defaults__', '__kwdefaults__'):
        try:
            setattr(function, name, getattr(spec, name))
        except (AttributeError, TypeError):
            pass
    if signature is not None:
        function.__signature__ = signature
    state = mock._mock_state
    function.mock = mock
    for name in dir(mock):
        if name.startswith(('assert_', 'await_')):
            setattr(function, name, getattr(mock, name))
    function.called = False
    function.call_count = 0
    function.call_args = None
    function.call_args_list = _CallList()
    function.mock_calls = _CallList()
    function.method_calls = _CallList()
    function.return_value = mock.return_value
    function.side_effect = mock.side_effect
    function.reset_mock = mock.reset_mock
    function.attach_mock = mock.attach_mock
    function.configure_mock = mock.configure_mock
    state.delegate = function
    return function


def mock_open(mock=None, read_data=''):
    """A mock for open(): its handles read 'read_data' and remember what is written."""
    import io
    make = io.BytesIO if isinstance(read_data, bytes) else io.StringIO
    handle = MagicMock(spec=['read', 'readline', 'readlines', 'write', 'writelines', 'close', '__enter__', '__exit__',
                             '__iter__', '__next__'])
    def leave(*exc_info):
        handle.close()
        return False
    handle.__enter__.return_value = handle
    handle.__exit__.side_effect = leave
    if mock is None:
        mock = MagicMock(name='open', spec=open)

    def reset(*args, **kwargs):
        data = make(read_data)
        for name in ('read', 'readline', 'readlines', '__next__'):
            getattr(handle, name).side_effect = getattr(data, name)
        handle.__iter__.side_effect = lambda: iter(data.readline, data.read(0))
        return DEFAULT
    reset()
    mock.side_effect = reset
    mock.return_value = handle
    return mock
`

export const mockSource: string = mockCallsSource + mockObjectsSource + mockMagicSource + patchSource
