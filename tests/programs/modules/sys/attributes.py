import sys
print(sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 13), sys.implementation.name, sys.maxsize, sys.byteorder, sys.argv, sys.getrecursionlimit(), sys.maxunicode)
print(sys.float_info.max, sys.float_info.epsilon, sys.hash_info.width, sys.int_info.bits_per_digit, sys.getdefaultencoding(), sys.hexversion >> 16 == 0x030d, type(sys.version_info).__name__)
print(sys.intern("abc") is sys.intern("abc"), "sys" in sys.modules, "math" in sys.builtin_module_names or True, sys.__name__)
print(sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1], type(sys.exception()).__name__)
print(sys.exc_info())
def f(): return sys._getframe().f_code.co_name, sys._getframe().f_lineno, sys._getframe(1).f_code.co_name, sys._getframe().f_back.f_lineno
print(f())
try:
    sys._getframe(100)
except ValueError as error:
    print(error)
print(sys.stdout.name, sys.stderr.name, sys.stdin.name, sys.flags.optimize, sys.getswitchinterval())
sys.displayhook(5); sys.displayhook(None)
print(_, sys.is_finalizing(), sys.getsizeof([]) > 0, sys.platform == sys.platform, callable(sys.exit), sys.warnoptions)
sys.stderr.write("err\n")
