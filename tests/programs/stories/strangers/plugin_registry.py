import inspect
from abc import ABC, abstractmethod


class PluginMeta(type(ABC)):
    def __new__(mcls, name, bases, namespace, **options):
        cls = super().__new__(mcls, name, bases, namespace)
        cls.options = options
        return cls


class Plugin(ABC, metaclass=PluginMeta):
    registry = {}

    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__()
        if not inspect.isabstract(cls):
            Plugin.registry[key or cls.__name__.lower()] = cls

    @abstractmethod
    def run(self, text):
        ...

    @classmethod
    def create(cls, key, *args):
        try:
            return cls.registry[key](*args)
        except KeyError:
            raise LookupError(f"no plugin {key!r}; known: {', '.join(sorted(cls.registry))}") from None


class Upper(Plugin):
    def run(self, text):
        return text.upper()


class Repeat(Plugin, key="times"):
    def __init__(self, n=2):
        self.n = n

    def run(self, text):
        return text * self.n


class Abstract(Plugin):
    pass


print(Plugin.registry)
print(Plugin.create("upper").run("abc"), Plugin.create("times", 3).run("ab"), Repeat.options)
for key in ("nothing",):
    try:
        Plugin.create(key)
    except LookupError as error:
        print(error, error.__cause__, error.__suppress_context__)
for cls in (Plugin, Abstract):
    try:
        cls()
    except TypeError as error:
        print(error)
print(inspect.signature(Repeat), inspect.signature(Plugin.create), inspect.isabstract(Abstract))
print([name for name, _ in inspect.getmembers(Repeat, inspect.isfunction)])
