"""An identity map: one object per row while the row is in use."""
import weakref


class Database:
    def __init__(self):
        self.rows = {}
        self.reads = 0

    def insert(self, table, **values):
        rows = self.rows.setdefault(table, {})
        key = len(rows) + 1
        rows[key] = dict(values, id=key)
        return key

    def read(self, table, key):
        self.reads += 1
        return dict(self.rows[table][key])


class Field:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name
        owner.fields = {**getattr(owner, "fields", {}), name: self}

    def __get__(self, obj, owner=None):
        return self if obj is None else obj._values.get(self.name)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{type(obj).__name__}.{self.name} wants {self.kind.__name__}, got {value!r}")
        obj._values[self.name] = value
        obj._session.dirty.add(obj)


class Model:
    id = None

    def __init__(self, session, values):
        self._session = weakref.proxy(session)
        self._values = values
        self.id = values["id"]

    def __repr__(self):
        shown = ", ".join(f"{n}={self._values.get(n)!r}" for n in sorted(self.fields))
        return f"{type(self).__name__}#{self.id}({shown})"


class User(Model):
    name = Field(str)
    age = Field(int)


class Session:
    def __init__(self, database):
        self.database = database
        self.identity = weakref.WeakValueDictionary()
        self.dirty = set()

    def get(self, model, key):
        obj = self.identity.get((model, key))
        if obj is None:
            obj = model(self, self.database.read(model.__name__, key))
            self.identity[model, key] = obj
        return obj

    def flush(self):
        for obj in sorted(self.dirty, key=lambda o: o.id):
            self.database.rows[type(obj).__name__][obj.id] = dict(obj._values)
            print("  wrote", obj)
        self.dirty.clear()


database = Database()
for name, age in (("Ann", 30), ("Bob", 40), ("Cy", 50)):
    database.insert("User", name=name, age=age)
session = Session(database)
a = session.get(User, 1)
b = session.get(User, 1)
print(a is b, a, "reads:", database.reads, "mapped:", len(session.identity))
del a, b
print("mapped:", len(session.identity))
users = [session.get(User, i) for i in (1, 2, 3)]
users[0].age += 1
users[2].name = "Cyrus"
try:
    users[1].age = "forty"
except TypeError as error:
    print("error:", error)
users = None
print("dirty ones stay:", sorted(u.id for u in session.identity.values()), "reads:", database.reads)
session.flush()
print("mapped:", len(session.identity), database.rows["User"][1])
orphan = session.get(User, 2)
del session
try:
    orphan.age = 41
except ReferenceError as error:
    print("error:", error)
print(orphan.name, orphan.age)
