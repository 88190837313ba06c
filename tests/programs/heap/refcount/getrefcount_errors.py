import sys
for call in (lambda: sys.getrefcount(), lambda: sys.getrefcount(1, 2), lambda: sys.getrefcount(object=[])):
    try:
        call()
    except TypeError as error:
        print(error)
print(sys.getrefcount.__name__, type(sys.getrefcount).__name__)
print(isinstance(sys.getrefcount([]), int))
grc = sys.getrefcount
x = []
print(grc(x), grc(*[x]), grc(*(x,)), [*map(grc, [x, x])])
print(min(grc([]), 100), (lambda f: f(x))(grc))
