def read(d): return d["port"]
try:
    read({})
except KeyError:
    int("not a number")
