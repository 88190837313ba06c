import gc
gc.collect()
def store_error():
    try:
        raise ValueError
    except ValueError as e:
        kept = e
store_error()
print(gc.collect())
def store_traceback():
    import sys
    try:
        raise ValueError
    except ValueError:
        tb = sys.exc_info()[2]
store_traceback()
print(gc.collect())
def clean():
    try:
        raise ValueError
    except ValueError as e:
        pass
clean()
print(gc.collect())
def deeper():
    def inner():
        raise KeyError("x")
    try:
        inner()
    except KeyError as e:
        err = e
deeper()
print(gc.collect())
def self_attribute():
    e = ValueError()
    e.me = e
self_attribute()
print(gc.collect())
def args_cycle():
    l = []
    e = ValueError(l)
    l.append(e)
args_cycle()
print(gc.collect())
def context_cycle():
    try:
        try:
            1 / 0
        except ZeroDivisionError as a:
            first = a
            raise KeyError from a
    except KeyError as b:
        pass
context_cycle()
print(gc.collect())
class Keeper:
    def __init__(self): self.error = None
    def run(self):
        try:
            self.fail()
        except ValueError as e:
            self.error = e
    def fail(self): raise ValueError
    def __del__(self): print("keeper gone")
k = Keeper()
k.run()
del k
print("deleted")
print(gc.collect())
