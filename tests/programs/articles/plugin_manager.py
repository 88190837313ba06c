"""Plugins register themselves; unloading one frees its class."""
import gc
import weakref


class Plugin:
    _classes = weakref.WeakValueDictionary()
    instances = weakref.WeakSet()

    def __init_subclass__(cls, *, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.plugin_name = name or cls.__name__.lower()
        Plugin._classes[cls.plugin_name] = cls

    def __init__(self):
        Plugin.instances.add(self)

    def run(self, text):
        raise NotImplementedError(f"{type(self).__name__}.run")

    @classmethod
    def available(cls):
        return sorted(cls._classes)

    @classmethod
    def create(cls, name):
        try:
            return cls._classes[name]()
        except KeyError:
            raise LookupError(f"no plugin {name!r}") from None


class Upper(Plugin):
    def run(self, text):
        return text.upper()


class Reverse(Plugin, name="rev"):
    def run(self, text):
        return text[::-1]


class Broken(Plugin):
    pass


def load_dynamic():
    class Doubler(Plugin, name="double"):
        def run(self, text):
            return text * 2

    return Doubler


class Pipeline:
    def __init__(self, *names):
        self.steps = [Plugin.create(n) for n in names]

    def __call__(self, text):
        for step in self.steps:
            text = step.run(text)
        return text

    def __del__(self):
        print("pipeline of", [s.plugin_name for s in self.steps], "gone")


def main():
    dynamic = load_dynamic()
    print(Plugin.available())
    pipeline = Pipeline("upper", "rev", "double")
    print(pipeline("abc"))
    print("instances:", sorted(type(i).__name__ for i in Plugin.instances))
    del pipeline
    print("instances:", len(Plugin.instances))
    for name in ("broken", "nothing"):
        try:
            print(Plugin.create(name).run("x"))
        except (NotImplementedError, LookupError) as error:
            print(f"{type(error).__name__}: {error}")
    probe = weakref.ref(dynamic)
    del dynamic
    print("class alive before collect:", probe() is not None)
    gc.collect()
    print("class alive after collect:", probe() is not None)
    print(Plugin.available(), [c.__name__ for c in Plugin.__subclasses__()])


main()
