import weakref


class Lazy:
    def __init__(self, factory):
        object.__setattr__(self, "_factory", factory)
        object.__setattr__(self, "_target", None)

    def _get(self):
        if self._target is None:
            print("(loading)")
            object.__setattr__(self, "_target", self._factory())
        return self._target

    def __getattr__(self, name):
        return getattr(self._get(), name)

    def __setattr__(self, name, value):
        setattr(self._get(), name, value)

    def __repr__(self):
        return f"<Lazy {self._target!r}>"


class Config:
    def __init__(self):
        self.debug = False

    def __repr__(self):
        return f"Config(debug={self.debug})"


config = Lazy(Config)
print(config)
print(config.debug)
config.debug = True
print(config, config._target.debug)
try:
    config.missing
except AttributeError as error:
    print(error)

owner = Config()
proxy = weakref.proxy(owner)
print(proxy.debug, proxy == owner, type(proxy).__name__, isinstance(proxy, Config))
proxy.debug = "set through the proxy"
print(owner.debug)
del owner
try:
    proxy.debug
except ReferenceError as error:
    print(error)


class Recorder:
    def __init__(self):
        self.calls = []

    def __getattr__(self, name):
        def method(*args, **kwargs):
            self.calls.append((name, args, kwargs))
            return self
        return method


recorder = Recorder().draw(1, 2).move(x=3).close()
print(recorder.calls)
