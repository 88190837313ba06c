def area(w, h):
    assert w > 0 and h > 0, "sides must be positive"
    return w * h
print(area(2, 3))
area(2, -3)
