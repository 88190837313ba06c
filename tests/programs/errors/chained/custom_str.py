class Odd(Exception):
    def __str__(self): return "custom text"
class BadStr(Exception):
    def __str__(self): raise ValueError("no text")
class Empty(Exception): pass
try:
    raise Odd("ignored")
except Odd as error:
    print(error, repr(error))
try:
    raise BadStr
except BadStr:
    raise Empty
