# The machine that addresses and sizes are those of.


def machine():
    return 'x86_64'


def system():
    return 'Linux'


def python_implementation():
    return 'CPython'


def architecture(*args):
    return '64bit', 'ELF'


def libc_ver(*args):
    return 'glibc', '2.36'


def release():
    return '6.1'
