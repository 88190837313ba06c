/** `importlib`: importing by a name that is computed; as `Lib/importlib/__init__.py`. */
export const importlibSource = String.raw`
import sys
from _imp import _reload

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

__import__ = __import__


def invalidate_caches():
    pass


def import_module(name, package=None):
    level = len(name) - len(name.lstrip('.'))
    if level:
        if not package:
            raise TypeError(
                f"the 'package' argument is required to perform a relative import for {name!r}")
        parts = package.rsplit('.', level - 1)
        if len(parts) < level:
            raise ImportError('attempted relative import beyond top-level package')
        name = f'{parts[0]}.{name[level:]}' if name[level:] else parts[0]
    __import__(name)
    return sys.modules[name]


def reload(module):
    return _reload(module)
`

/** `importlib.machinery`: where modules come from, as far as that can be asked here; as `Lib/importlib/_bootstrap.py`. */
export const importlibMachinerySource = String.raw`
import sys
import _imp

__all__ = ['BuiltinImporter', 'FrozenImporter', 'ModuleSpec', 'PathFinder', 'SourceFileLoader',
           'all_suffixes']

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = ['.pyc']
EXTENSION_SUFFIXES = ['.cpython-313-x86_64-linux-gnu.so', '.abi3.so', '.so']


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    """What is known of a module before it is loaded."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None

    def __repr__(self):
        args = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            args.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            args.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f'{type(self).__name__}({", ".join(args)})'

    def __eq__(self, other):
        same = ('name', 'loader', 'origin', 'submodule_search_locations', 'cached', 'has_location')
        try:
            return all(getattr(self, each) == getattr(other, each) for each in same)
        except AttributeError:
            return NotImplemented

    @property
    def cached(self):
        return self._cached

    @cached.setter
    def cached(self, cached):
        self._cached = cached

    @property
    def parent(self):
        if self.submodule_search_locations is None:
            return self.name.rpartition('.')[0]
        return self.name

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)


class _Importer:
    """Finds modules of one kind, and is the loader of what it finds."""
    _kind = None

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        found = _imp._find(fullname)
        if found is None or found[0] != cls._kind:
            return None
        return ModuleSpec(fullname, cls, origin=cls._kind, is_package=found[2])

    @staticmethod
    def create_module(spec):
        return __import__(spec.name, fromlist=['__name__'])

    @staticmethod
    def exec_module(module):
        pass

    @classmethod
    def get_source(cls, fullname):
        return None

    @classmethod
    def is_package(cls, fullname):
        return _imp._find(fullname)[2]


class BuiltinImporter(_Importer):
    _kind = 'built-in'


class FrozenImporter(_Importer):
    _kind = 'frozen'


class SourceFileLoader:
    """The loader of a module in Python, from the library or beside the program."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def _found(self, fullname):
        if fullname is not None and fullname != self.name:
            raise ImportError(f'loader for {self.name} cannot handle {fullname}', name=fullname)
        found = _imp._find(self.name)
        if found is None or found[1] != self.path:
            raise OSError(f'open({self.path!r}): there are no files in this simulator')
        return found

    def get_filename(self, fullname=None):
        return self.path

    def is_package(self, fullname=None):
        return self.path.rpartition('/')[2] == '__init__.py'

    def get_source(self, fullname=None):
        return self._found(fullname)[3]

    def get_data(self, path):
        return self._found(None)[3].encode()

    def get_code(self, fullname=None):
        return compile(self.get_source(fullname), self.path, 'exec', dont_inherit=True)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(self.get_code(module.__name__), module.__dict__)


class PathFinder:
    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        found = _imp._find(fullname)
        if found is None or found[0] != 'file':
            return None
        return _spec_of_file(fullname, found[1], found[2])

    @classmethod
    def invalidate_caches(cls):
        pass


def _spec_of_file(name, filename, is_package):
    spec = ModuleSpec(name, SourceFileLoader(name, filename), origin=filename, is_package=is_package)
    spec.has_location = True
    if is_package:
        spec.submodule_search_locations.append(filename.rpartition('/')[0])
    return spec


for _class, _module in (
        (ModuleSpec, '_frozen_importlib'), (BuiltinImporter, '_frozen_importlib'), (FrozenImporter, '_frozen_importlib'),
        (SourceFileLoader, '_frozen_importlib_external'), (PathFinder, '_frozen_importlib_external')):
    _class.__module__ = _module
del _class, _module


def _find_spec(name):
    for finder in BuiltinImporter, FrozenImporter, PathFinder:
        spec = finder.find_spec(name)
        if spec is not None:
            return spec
    return None


def _describe(module):
    """Gives an imported module its __spec__ and __loader__."""
    names = module.__dict__
    spec = names['__spec__']
    if spec is None:
        spec = names['__spec__'] = _find_spec(names['__name__'])
    if spec is not None and names['__loader__'] is None:
        names['__loader__'] = spec.loader
`

/** `importlib.util`: modules found and made by hand; as `Lib/importlib/util.py`. */
export const importlibUtilSource = String.raw`
import sys
from types import ModuleType
from importlib.machinery import ModuleSpec, SourceFileLoader, _find_spec, _spec_of_file

__all__ = ['LazyLoader', 'find_spec', 'module_from_spec', 'resolve_name', 'spec_from_file_location', 'spec_from_loader']


def resolve_name(name, package):
    level = len(name) - len(name.lstrip('.'))
    if not level:
        return name
    if not package:
        raise ImportError(f'no package specified for {name!r} (required for relative module names)')
    parts = package.rsplit('.', level - 1)
    if len(parts) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return f'{parts[0]}.{name[level:]}' if name[level:] else parts[0]


def find_spec(name, package=None):
    """Where a module would come from; None where there is none. Packages that it is in are imported."""
    fullname = resolve_name(name, package) if name.startswith('.') else name
    if fullname in sys.modules:
        module = sys.modules[fullname]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f'{name}.__spec__ is not set') from None
        if spec is None:
            raise ValueError(f'{name}.__spec__ is None')
        return spec
    parent = fullname.rpartition('.')[0]
    if parent:
        package = __import__(parent, fromlist=['__path__'])
        if not hasattr(package, '__path__'):
            raise ModuleNotFoundError(
                f'__path__ attribute not found on {parent!r} while trying to find {fullname!r}', name=fullname)
    return _find_spec(fullname)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    if origin is None:
        origin = getattr(loader, '_ORIGIN', None)
    if is_package is None and hasattr(loader, 'is_package'):
        try:
            is_package = loader.is_package(name)
        except ImportError:
            pass
    return ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    location = str(location)
    spec = _spec_of_file(name, location, False)
    if loader is not None:
        spec.loader = loader
    spec.submodule_search_locations = submodule_search_locations
    return spec


def module_from_spec(spec):
    """A new module for a spec, which its loader has still to execute."""
    module = None
    if hasattr(spec.loader, 'create_module'):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, 'exec_module'):
        raise ImportError('loaders that define exec_module() must also define create_module()')
    if module is None:
        module = ModuleType(spec.name)
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    module.__spec__ = spec
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
        if spec.cached is not None:
            module.__cached__ = spec.cached
    return module


class _LazyModule(ModuleType):
    def __getattribute__(self, name):
        spec = object.__getattribute__(self, '__spec__')
        object.__setattr__(self, '__class__', spec.loader_state)
        spec.loader.exec_module(self)
        return getattr(self, name)


class LazyLoader:
    """A loader that waits with executing a module until something of it is used."""

    def __init__(self, loader):
        if not hasattr(loader, 'exec_module'):
            raise TypeError('loader must define exec_module()')
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        module.__spec__.loader = module.__loader__ = self.loader
        module.__spec__.loader_state = module.__class__
        module.__class__ = _LazyModule
`
