from collections import deque
from contextlib import contextmanager
import weakref


class Connection:
    total = 0
    alive = weakref.WeakSet()

    def __init__(self):
        Connection.total += 1
        self.id = Connection.total
        self.queries = []
        Connection.alive.add(self)

    def query(self, sql):
        self.queries.append(sql)
        return f"#{self.id}: {sql}"

    def __repr__(self):
        return f"Connection({self.id})"


class Pool:
    def __init__(self, size):
        self._size = size
        self._idle = deque()
        self._busy = set()

    def acquire(self):
        if self._idle:
            connection = self._idle.popleft()
        elif len(self._busy) < self._size:
            connection = Connection()
        else:
            raise RuntimeError("pool exhausted")
        self._busy.add(connection)
        return connection

    def release(self, connection):
        self._busy.remove(connection)
        connection.queries.clear()
        self._idle.append(connection)

    @contextmanager
    def connection(self):
        connection = self.acquire()
        try:
            yield connection
        finally:
            self.release(connection)

    def __len__(self):
        return len(self._idle) + len(self._busy)


pool = Pool(2)
with pool.connection() as first:
    print(first.query("select 1"))
    with pool.connection() as second:
        print(second.query("select 2"), first is second)
        try:
            with pool.connection():
                pass
        except RuntimeError as error:
            print("error:", error)
with pool.connection() as again:
    print(again, again.queries, Connection.total)
try:
    with pool.connection() as failing:
        1 / 0
except ZeroDivisionError:
    print("returned after failure:", failing in pool._idle)
print(len(pool), sorted(c.id for c in Connection.alive))
del pool, first, second, again, failing
print(len(Connection.alive))
