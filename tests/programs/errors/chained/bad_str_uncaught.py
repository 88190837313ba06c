class BadStr(Exception):
    def __str__(self): raise ValueError("no text")
raise BadStr("x")
