apply = lambda f, x: f(x)
print(apply(lambda v: 10 / v, 0))
