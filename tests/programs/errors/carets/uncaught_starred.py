def f(a, b): pass
args = [1, 2, 3]
f(*args)
