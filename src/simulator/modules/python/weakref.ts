/**
 * `weakref`: dictionaries with weak keys or values, weak methods, finalizers; as `Lib/weakref.py`. The references
 * themselves are in `_weakref`.
 */
export const weakrefSource = String.raw`
#@ 12
from _weakref import (
    getweakrefcount, getweakrefs, ref, proxy, CallableProxyType, ProxyType, ReferenceType, _remove_dead_weakref,
)
#@ 22
from _weakrefset import WeakSet, _IterationGuard

import _collections_abc
import sys
import itertools

ProxyTypes = (ProxyType, CallableProxyType)

__all__ = [
    'ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType',
    'CallableProxyType', 'ProxyTypes', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize',
]

#@ 36
_collections_abc.MutableSet.register(WeakSet)


class WeakMethod(ref):
    __slots__ = '_func_ref', '_meth_type', '_alive', '__weakref__'

#@ 46
    def __new__(cls, meth, callback=None):
        try:
            obj = meth.__self__
            func = meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None
        # The callback holds the new reference weakly: no cycle.
        def _cb(dead):
#@ 56
            self = self_wr()
            if self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)
        self = ref.__new__(cls, obj, _cb)
        self._func_ref = ref(func, _cb)
        self._meth_type = type(meth)
        self._alive = True
        self_wr = ref(self)
        return self

    def __call__(self):
        obj = super().__call__()
        func = self._func_ref()
        if obj is None or func is None:
            return None
        return self._meth_type(func, obj)

    def __eq__(self, other):
        if isinstance(other, WeakMethod):
            if not (self._alive and other._alive):
                return self is other
            return ref.__eq__(self, other) and self._func_ref == other._func_ref
        return NotImplemented

    def __ne__(self, other):
        if isinstance(other, WeakMethod):
            if not (self._alive and other._alive):
                return self is not other
            return ref.__ne__(self, other) or self._func_ref != other._func_ref
        return NotImplemented

    __hash__ = ref.__hash__


class WeakValueDictionary(_collections_abc.MutableMapping):
#@ 104
    def __init__(self, other=(), /, **kw):
        def remove(wr, selfref=ref(self), _atomic_removal=_remove_dead_weakref):
            self = selfref()
            if self is not None:
                if self._iterating:
                    self._pending_removals.append(wr.key)
                else:
#@ 113
                    _atomic_removal(self.data, wr.key)
        self._remove = remove
#@ 116
        self._pending_removals = []
        self._iterating = set()
        self.data = {}
        self.update(other, **kw)

    def _commit_removals(self, _atomic_removal=_remove_dead_weakref):
        waiting = self._pending_removals
        data = self.data
        while waiting:
            _atomic_removal(data, waiting.pop())

    def _settle(self):
        if self._pending_removals:
            self._commit_removals()

#@ 133
    def __getitem__(self, key):
        self._settle()
#@ 136
        o = self.data[key]()
        if o is None:
            raise KeyError(key)
#@ 140
        return o

#@ 142
    def __delitem__(self, key):
        self._settle()
#@ 145
        del self.data[key]

    def __len__(self):
        self._settle()
#@ 150
        return len(self.data)

    def __contains__(self, key):
        self._settle()
#@ 155
        try:
            value = self.data[key]()
        except KeyError:
            return False
        return value is not None

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'

    def __setitem__(self, key, value):
        self._settle()
#@ 167
        self.data[key] = KeyedRef(value, self._remove, key)

    def copy(self):
        self._settle()
        made = WeakValueDictionary()
#@ 173
        with _IterationGuard(self):
            for key, wr in self.data.items():
                value = wr()
                if value is not None:
                    made[key] = value
        return made

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        self._settle()
        made = self.__class__()
#@ 187
        with _IterationGuard(self):
            for key, wr in self.data.items():
                value = wr()
                if value is not None:
                    made[deepcopy(key, memo)] = value
        return made

    def get(self, key, default=None):
        self._settle()
#@ 197
        try:
            wr = self.data[key]
        except KeyError:
            return default
#@ 202
        value = wr()
        return default if value is None else value

#@ 209
    def items(self):
        self._settle()
#@ 212
        with _IterationGuard(self):
            for key, wr in self.data.items():
                value = wr()
                if value is not None:
                    yield key, value

    def keys(self):
        self._settle()
#@ 221
        with _IterationGuard(self):
            for key, wr in self.data.items():
                if wr() is not None:
                    yield key

    __iter__ = keys

    def itervaluerefs(self):
        self._settle()
#@ 240
        with _IterationGuard(self):
            yield from self.data.values()

    def values(self):
        self._settle()
#@ 246
        with _IterationGuard(self):
            for wr in self.data.values():
                value = wr()
                if value is not None:
                    yield value

    def popitem(self):
        self._settle()
#@ 255
        while True:
            key, wr = self.data.popitem()
            o = wr()
            if o is not None:
                return key, o

    def pop(self, key, *args):
        self._settle()
#@ 264
        try:
            value = self.data.pop(key)()
        except KeyError:
            value = None
        if value is not None:
            return value
        if args:
            return args[0]
#@ 272
        raise KeyError(key)

#@ 276
    def setdefault(self, key, default=None):
        try:
            value = self.data[key]()
        except KeyError:
            value = None
        if value is not None:
            return value
        self._settle()
#@ 284
        self.data[key] = KeyedRef(default, self._remove, key)
        return default

#@ 289
    def update(self, other=None, /, **kwargs):
        self._settle()
        d = self.data
#@ 293
        if other is not None:
            if not hasattr(other, 'items'):
                other = dict(other)
            for key, o in other.items():
                d[key] = KeyedRef(o, self._remove, key)
        for key, o in kwargs.items():
            d[key] = KeyedRef(o, self._remove, key)

    def valuerefs(self):
        self._settle()
#@ 313
        return list(self.data.values())

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if isinstance(other, _collections_abc.Mapping):
            made = self.copy()
            made.update(other)
            return made
        return NotImplemented

    def __ror__(self, other):
        if isinstance(other, _collections_abc.Mapping):
            made = self.__class__()
            made.update(other)
            made.update(self)
            return made
        return NotImplemented


class KeyedRef(ref):
    __slots__ = 'key',

#@ 347
    def __new__(type, ob, callback, key):
        self = ref.__new__(type, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


class WeakKeyDictionary(_collections_abc.MutableMapping):
#@ 367
    def __init__(self, dict=None):
        self.data = {}
#@ 369
        def remove(k, selfref=ref(self)):
            self = selfref()
            if self is not None:
                if self._iterating:
                    self._pending_removals.append(k)
                else:
                    try:
                        del self.data[k]
                    except KeyError:
                        pass
        self._remove = remove
#@ 381
        self._pending_removals = []
        self._iterating = set()
        self._dirty_len = False
        if dict is not None:
            self.update(dict)

    def _commit_removals(self):
        waiting = self._pending_removals
        data = self.data
        while waiting:
#@ 395
            try:
                del data[waiting.pop()]
#@ 402
            except KeyError:
                pass

    def _scrub_removals(self):
        data = self.data
        self._pending_removals = [wr for wr in self._pending_removals if wr in data]
        self._dirty_len = False

    def __delitem__(self, key):
        self._dirty_len = True
        del self.data[ref(key)]

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __len__(self):
        if self._dirty_len and self._pending_removals:
#@ 421
            self._scrub_removals()
        return len(self.data) - len(self._pending_removals)

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def copy(self):
        made = WeakKeyDictionary()
        with _IterationGuard(self):
            for wr, value in self.data.items():
                key = wr()
                if key is not None:
                    made[key] = value
        return made

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = self.__class__()
        with _IterationGuard(self):
            for wr, value in self.data.items():
                key = wr()
                if key is not None:
                    made[key] = deepcopy(value, memo)
        return made

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def __contains__(self, key):
        try:
            wr = ref(key)
        except TypeError:
            return False
        return wr in self.data

    def items(self):
        with _IterationGuard(self):
            for wr, value in self.data.items():
                key = wr()
                if key is not None:
                    yield key, value

    def keys(self):
        with _IterationGuard(self):
            for wr in self.data:
                key = wr()
                if key is not None:
                    yield key

    __iter__ = keys

    def values(self):
        with _IterationGuard(self):
            for wr, value in self.data.items():
                if wr() is not None:
                    yield value

    def keyrefs(self):
#@ 493
        return list(self.data)

    def popitem(self):
        self._dirty_len = True
        while True:
            key, value = self.data.popitem()
            o = key()
            if o is not None:
                return o, value

    def pop(self, key, *args):
        self._dirty_len = True
        return self.data.pop(ref(key), *args)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, dict=None, /, **kwargs):
        d = self.data
        if dict is not None:
            if not hasattr(dict, 'items'):
                dict = type({})(dict)
            for key, value in dict.items():
                d[ref(key, self._remove)] = value
        if kwargs:
            self.update(kwargs)

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if isinstance(other, _collections_abc.Mapping):
            made = self.copy()
            made.update(other)
            return made
        return NotImplemented

    def __ror__(self, other):
        if isinstance(other, _collections_abc.Mapping):
            made = self.__class__()
            made.update(other)
            made.update(self)
            return made
        return NotImplemented


class finalize:
    # A finalizer has no state of its own: it is the key of its entry in the registry, and so in no cycle.
#@ 558
    __slots__ = ()
    _registry = {}
    _shutdown = False
    _index_iter = itertools.count()
    _dirty = False
    _registered_with_atexit = False

    class _Info:
        __slots__ = 'weakref', 'func', 'args', 'kwargs', 'atexit', 'index'

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._registered_with_atexit:
#@ 572
            import atexit
            atexit.register(self._exitfunc)
            finalize._registered_with_atexit = True
        info = self._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        info.index = next(self._index_iter)
        self._registry[self] = info
        finalize._dirty = True

    def __call__(self, _=None):
#@ 588
        info = self._registry.pop(self, None)
        if info and not self._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def detach(self):
#@ 595
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None and self._registry.pop(self, None):
            return obj, info.func, info.args, info.kwargs or {}

    def peek(self):
#@ 603
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return obj, info.func, info.args, info.kwargs or {}

    @property
    def alive(self):
#@ 611
        return self in self._registry

    @property
    def atexit(self):
#@ 616
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        start = f'<{type(self).__name__} object at {id(self):#x}; '
        if obj is None:
            return start + 'dead>'
        return f'{start}for {type(obj).__name__!r} at {id(obj):#x}>'

#@ 634
    @classmethod
    def _select_for_exit(cls):
        live = [(finalizer, info) for finalizer, info in cls._registry.items() if info.atexit]
        live.sort(key=lambda pair: pair[1].index)
        return [finalizer for finalizer, info in live]

#@ 641
    @classmethod
    def _exitfunc(cls):
        enable_again = False
#@ 647
        try:
            if cls._registry:
                import gc
                if gc.isenabled():
                    enable_again = True
                    gc.disable()
                pending = None
                while True:
                    # A finalizer may have made new ones.
                    if pending is None or finalize._dirty:
                        pending = cls._select_for_exit()
                        finalize._dirty = False
                    if not pending:
                        break
                    f = pending.pop()
                    try:
#@ 666
                        f()
                    except Exception:
                        sys.excepthook(*sys.exc_info())
                    assert f not in cls._registry
        finally:
#@ 672
            finalize._shutdown = True
            if enable_again:
                gc.enable()
`
