class AppError(Exception):
    default = "something failed"
    def __init__(self, message=None, *, code=0, **details):
        super().__init__(message or self.default)
        self.code, self.details = code, details
    def __str__(self):
        extra = "".join(f" {k}={v}" for k, v in sorted(self.details.items()))
        return f"[{self.code}] {super().__str__()}{extra}"
class NotFound(AppError):
    default = "not found"
class Denied(AppError, PermissionError):
    pass
for make in (lambda: AppError(), lambda: NotFound(code=404, item="x"), lambda: Denied("no entry", code=403), lambda: AppError("a", "b") if False else AppError("plain")):
    try:
        raise make()
    except NotFound as error:
        print("NotFound:", error, error.args)
    except PermissionError as error:
        print("Permission:", error, type(error).__mro__[1].__name__)
    except AppError as error:
        print("App:", error, repr(error))
class WithState(Exception):
    def __init__(self, a, b):
        self.a = a
        self.b = b
e = WithState(1, 2)
print(e.args, repr(e), str(e))
class Str(Exception):
    def __str__(self): return "always this"
print(Str("x"), repr(Str("x")), [Str("y")])
def retry(n, f):
    errors = []
    for i in range(n):
        try:
            return f(i), errors
        except ValueError as error:
            errors.append(str(error))
    raise AppError("gave up", code=n) from None
def flaky(i):
    if i < 2: raise ValueError(f"attempt {i}")
    return f"ok at {i}"
print(retry(5, flaky))
raise NotFound(code=1, path="/x", user="me")
