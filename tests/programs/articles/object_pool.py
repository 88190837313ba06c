"""An object pool that takes objects back when their borrower dies."""
import weakref


class Connection:
    made = 0

    def __init__(self):
        Connection.made += 1
        self.number = Connection.made
        self.open = True

    def query(self, text):
        return f"connection {self.number}: {text}"


class Lease:
    """What a borrower holds; its death returns the connection."""

    def __init__(self, pool, connection):
        self._connection = connection
        self._finalizer = weakref.finalize(self, pool._give_back, connection)

    def query(self, text):
        if not self._finalizer.alive:
            raise RuntimeError("lease is over")
        return self._connection.query(text)

    def release(self):
        self._finalizer()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.release()


class Pool:
    def __init__(self, limit):
        self.limit = limit
        self.free = []
        self.used = 0

    def _give_back(self, connection):
        print(f"  (connection {connection.number} returned)")
        self.used -= 1
        self.free.append(connection)

    def lease(self):
        if self.free:
            connection = self.free.pop()
        elif self.used < self.limit:
            connection = Connection()
        else:
            raise RuntimeError(f"pool of {self.limit} is empty")
        self.used += 1
        return Lease(self, connection)

    def __repr__(self):
        return f"<Pool used={self.used} free={sorted(c.number for c in self.free)}>"


pool = Pool(2)
with pool.lease() as lease:
    print(lease.query("select 1"))
print(pool)


def forgetful():
    lease = pool.lease()
    print(lease.query("select 2"))


forgetful()
print(pool)
a = pool.lease()
b = pool.lease()
print(pool)
try:
    pool.lease()
except RuntimeError as error:
    print("error:", error)
a.release()
a.release()
print(pool)
try:
    a.query("too late")
except RuntimeError as error:
    print("error:", error)
c = pool.lease()
print(c.query("reused"), "made", Connection.made)
b = None
print(pool)
del a
print(pool)
print("end")
