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
