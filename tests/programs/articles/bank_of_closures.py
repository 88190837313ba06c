"""Closures as objects, and the cycles they make."""
import gc
import weakref


class Secret:
    def __init__(self, text):
        self.text = text

    def __del__(self):
        print(f"  ({self.text} wiped)")


def account(owner, balance=0):
    secret = Secret(f"pin of {owner}")
    history = []

    def deposit(amount):
        nonlocal balance
        balance += amount
        history.append(+amount)
        return balance

    def withdraw(amount):
        nonlocal balance
        if amount > balance:
            raise ValueError(f"{owner} has only {balance}")
        balance -= amount
        history.append(-amount)
        return balance

    def statement():
        return f"{owner}: {balance} after {history}"

    def check(pin):
        return pin == secret.text

    return {"deposit": deposit, "withdraw": withdraw, "statement": statement, "check": check}


ann = account("Ann", 10)
ann["deposit"](5)
try:
    ann["withdraw"](100)
except ValueError as error:
    print(error)
ann["withdraw"](3)
print(ann["statement"]())
print(sorted(ann["withdraw"].__code__.co_freevars), ann["deposit"].__closure__[0].cell_contents)
statement = ann["statement"]
check = ann.pop("check")
print("dropping the account, keeping statement")
del check
ann = None
print(statement())
del statement


def recursive_account():
    secret = Secret("recursive")

    def outer(n):
        return secret.text if n == 0 else outer(n - 1)

    return outer


gc.collect()
gc.disable()
f = recursive_account()
print(f(3))
ref = weakref.ref(f)
del f
print("refers to itself:", ref() is not None)
print("collected:", gc.collect(), ref())


def make_counters(n):
    return [lambda i=i: i * 10 for i in range(n)], [lambda: i * 10 for i in range(n)]


bound, late = make_counters(3)
print([c() for c in bound], [c() for c in late])
print(late[0].__closure__[0] is late[1].__closure__[0], bound[0].__closure__)


def memo():
    cache = {}

    def fib(n):
        if n not in cache:
            cache[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
        return cache[n]

    fib.cache = cache
    return fib


fib = memo()
print(fib(60), len(fib.cache))
del fib
print("collected:", gc.collect())
gc.enable()


class Callback:
    def __init__(self, name):
        self.secret = Secret(name)

    def bind(self):
        return lambda: self.secret.text


cb = Callback("bound").bind()
print(cb())
cb = None
print("end")
