for name in ("BaseException Exception ArithmeticError ZeroDivisionError OverflowError LookupError IndexError KeyError "
             "AttributeError NameError UnboundLocalError TypeError ValueError UnicodeDecodeError RuntimeError RecursionError "
             "NotImplementedError StopIteration GeneratorExit KeyboardInterrupt SystemExit OSError FileNotFoundError "
             "PermissionError TimeoutError ConnectionError ImportError ModuleNotFoundError MemoryError ReferenceError "
             "AssertionError EOFError BufferError SyntaxError IndentationError TabError SystemError Warning UserWarning "
             "DeprecationWarning RuntimeWarning ResourceWarning").split():
    cls = getattr(__builtins__, name)
    print(name, "<-", " ".join(c.__name__ for c in cls.__mro__[1:-1]))
print(repr(ValueError()), str(ValueError()), repr(ValueError(1)), repr(ValueError("a", 2)), str(ValueError("a", 2)))
print(str(KeyError("k")), repr(KeyError("k")), str(KeyError()), KeyError("a", 1))
print(StopIteration(5).value, SystemExit(3).code, ValueError(1) == ValueError(1))
e = OSError(2, "No such file", "name.txt")
print(e, e.errno, e.strerror, e.filename, type(e).__name__, repr(e))
print(issubclass(KeyError, LookupError), IOError is OSError, EnvironmentError is OSError)
print(ImportError("m", name="n", path="p").name, NameError("x", name="y").name)
