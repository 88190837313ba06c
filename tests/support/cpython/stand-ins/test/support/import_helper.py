# Importing for tests: modules that may be absent, and modules imported once more.

import contextlib
import sys
import unittest


def _import(name):
    __import__(name)
    return sys.modules[name]


def unload(name):
    sys.modules.pop(name, None)


forget = unload


def import_module(name, deprecated=False, *, required_on=()):
    try:
        return _import(name)
    except ImportError as exc:
        raise unittest.SkipTest(str(exc))


def _take_out(names):
    prefixes = tuple(name + '.' for name in names)
    chosen = [name for name in sys.modules if name in names or name.startswith(prefixes)]
    return {name: sys.modules.pop(name) for name in chosen}


@contextlib.contextmanager
def frozen_modules(enabled=True):
    yield


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False, usefrozen=False):
    """A new copy of the module, made with 'blocked' ones absent; None if one of the fresh ones cannot be had."""
    names = {name, *fresh, *blocked}
    before = _take_out(names)
    for each in blocked:
        sys.modules[each] = None
    try:
        try:
            for each in fresh:
                __import__(each)
        except ImportError:
            return None
        try:
            return _import(name)
        except ImportError:
            if not blocked:
                raise
            # There is one implementation, which is not made of the two that CPython has.
            _take_out(names)
            return _import(name)
    finally:
        _take_out(names)
        sys.modules.update(before)


class CleanImport:
    def __init__(self, *module_names, usefrozen=False):
        self.before = sys.modules.copy()
        for name in module_names:
            sys.modules.pop(name, None)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        sys.modules.update(self.before)


def modules_setup():
    return sys.modules.copy(),


def modules_cleanup(oldmodules):
    sys.modules.clear()
    sys.modules.update(oldmodules)


@contextlib.contextmanager
def isolated_modules():
    saved, = modules_setup()
    try:
        yield
    finally:
        modules_cleanup(saved)


@contextlib.contextmanager
def ready_to_import(name=None, source=''):
    raise unittest.SkipTest('files do not exist here')
    yield


class DirsOnSysPath:
    """Modules are not looked for in folders."""

    def __init__(self, *paths):
        raise unittest.SkipTest('modules do not come from folders')


ready_to_import = DirsOnSysPath
