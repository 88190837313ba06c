import warnings

warnings.simplefilter('always')
M = type('M', (), {1: 2, 'a': 3})
print(M.__dict__[1], M.a)
