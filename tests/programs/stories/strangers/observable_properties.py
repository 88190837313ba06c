import weakref
from functools import partial


class observable:
    def __init__(self, default=None):
        self.default = default

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, cls=None):
        return self if obj is None else obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        old = self.__get__(obj)
        if old != value:
            obj.__dict__[self.name] = value
            obj._notify(self.name, old, value)


class Model:
    def __init__(self):
        self._observers = weakref.WeakKeyDictionary()

    def observe(self, owner, callback):
        self._observers.setdefault(owner, []).append(callback)

    def _notify(self, name, old, new):
        for owner, callbacks in list(self._observers.items()):
            for callback in callbacks:
                callback(owner, name, old, new)


class Person(Model):
    name = observable("?")
    age = observable(0)


class View:
    def __init__(self, title):
        self.title = title

    @staticmethod
    def changed(view, name, old, new):
        print(f"  {view.title}: {name} {old!r} -> {new!r}")


person = Person()
first, second = View("first"), View("second")
person.observe(first, View.changed)
person.observe(second, View.changed)
person.observe(second, lambda owner, *change: print("  lambda", owner.title, change))
person.name = "Ada"
person.name = "Ada"
del second
person.age = 36
print(len(person._observers), person.__dict__ == {"_observers": person._observers, "name": "Ada", "age": 36})
print(Person.name.default, Person.age.name)
double = partial(pow, exp=2)
print(double(7), double, double.keywords)
