def make():
    class Inner(Exception):
        pass
    return Inner
class Outer:
    class Nested(Exception):
        pass
try:
    raise make()("local")
except Exception as error:
    print(type(error).__qualname__)
    raise Outer.Nested("nested")
