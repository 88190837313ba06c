def calculate(): pass
value = 1
def f():
    local_value = 2
    return local_valu
try:
    f()
except NameError as error:
    print(error, error.name)
try:
    calculat()
except NameError as error:
    print(error)
try:
    prnt("x")
except NameError as error:
    print(error)
try:
    completely_unknown_name
except NameError as error:
    print(error)
class C:
    def __init__(self): self.size = 1
    def m(self): return size
try:
    C().m()
except NameError as error:
    print(error)
def g():
    try:
        print(later)
    except UnboundLocalError as error:
        print(error, error.name)
    later = 1
g()
def h():
    def inner():
        return free
    try:
        inner()
    except NameError as error:
        print(error)
    free = 1
h()
f()
