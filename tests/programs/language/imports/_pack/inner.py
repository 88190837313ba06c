print("inner", __name__, __package__)
depth = 2
def up():
    import _pack
    return _pack.__name__
