"""A registry of live connections that never keeps one alive."""
import atexit
import weakref


class Registry:
    def __init__(self):
        self._by_name = weakref.WeakValueDictionary()
        self._meta = weakref.WeakKeyDictionary()
        atexit.register(self.close_all)

    def add(self, connection, **meta):
        if connection.name in self._by_name:
            raise KeyError(f"duplicate {connection.name}")
        self._by_name[connection.name] = connection
        self._meta[connection] = meta

    def get(self, name):
        return self._by_name.get(name)

    def meta(self, name):
        connection = self._by_name.get(name)
        return None if connection is None else self._meta[connection]

    def __iter__(self):
        return iter(sorted(self._by_name))

    def __len__(self):
        return len(self._by_name)

    def close_all(self):
        print("closing all:", list(self))
        for name in self:
            connection = self.get(name)
            if connection is not None:
                connection.close()


class Connection:
    def __init__(self, name):
        self.name = name
        self.closed = False

    def close(self):
        if not self.closed:
            self.closed = True
            print("  close", self.name)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.close()
        return False

    def __del__(self):
        if not self.closed:
            print("  not closed properly:", self.name)
            self.close()


registry = Registry()


def connect(name, **meta):
    connection = Connection(name)
    registry.add(connection, **meta)
    return connection


db = connect("db", port=5432)
cache = connect("cache", port=6379)
connect("temporary")
print(list(registry), registry.meta("db"), registry.meta("temporary"))
with connect("scoped") as scoped:
    print(list(registry))
print("scoped is closed but named:", list(registry))
del scoped
print(list(registry))
try:
    connect("db")
except KeyError as error:
    print("error:", error)
cache.close()
del cache
print(len(registry))
log = connect("log")
db2 = registry.get("db")
print(db2 is db)
del db
print("still:", list(registry))
print("end of program")
