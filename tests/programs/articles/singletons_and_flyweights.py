"""Four ways to share one object, and how each lets go."""
import functools
import weakref


class ModuleLevel:
    """A plain global: lives until exit."""

    def __del__(self):
        print("module level gone")


shared = ModuleLevel()


class Classic:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            print("  creating Classic")
            cls._instance = super().__new__(cls)
        return cls._instance

    @classmethod
    def reset(cls):
        cls._instance = None

    def __del__(self):
        print("  Classic destroyed")


class WeakSingleton(type):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        cls._ref = None

    def __call__(cls, *args, **kwargs):
        instance = cls._ref() if cls._ref is not None else None
        if instance is None:
            instance = super().__call__(*args, **kwargs)
            cls._ref = weakref.ref(instance)
        return instance


class Settings(metaclass=WeakSingleton):
    def __init__(self, source="default"):
        print("  loading settings from", source)
        self.source = source

    def __del__(self):
        print("  settings dropped")


class Glyph:
    """Flyweight: one object per character and font while anyone uses it."""

    _pool = weakref.WeakValueDictionary()
    created = 0

    def __new__(cls, char, font):
        key = char, font
        glyph = cls._pool.get(key)
        if glyph is None:
            glyph = super().__new__(cls)
            glyph.char, glyph.font = char, font
            cls._pool[key] = glyph
            cls.created += 1
        return glyph

    def __repr__(self):
        return f"{self.char}/{self.font}"


@functools.lru_cache(maxsize=None)
def table(name):
    print("  building table", name)
    return {"name": name}


print("classic", Classic() is Classic())
Classic.reset()
print("after reset")

print("weak")
s = Settings("file")
t = Settings("ignored")
print(s is t, t.source)
del s
t = None
print("gone")
u = Settings()
print(u.source)

print("flyweight")
text = [Glyph(c, "mono") for c in "hello world"]
print(len(text), "glyphs,", Glyph.created, "created,", len(Glyph._pool), "in the pool")
print(text[2] is text[3], text[2], Glyph("l", "mono") is text[2], Glyph("l", "serif") is text[2])
text = text[:2]
print(sorted(map(repr, Glyph._pool.values())))
del text
print(len(Glyph._pool), Glyph.created)

print("cached", table("a") is table("a"), table.cache_info().hits)
print("end")
