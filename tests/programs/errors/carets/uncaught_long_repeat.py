def a(n):
    if n == 0:
        raise ValueError("bottom")
    return a(n - 1)
a(10)
