"""There are no signals; tests that import this for a few names still run."""

SIGINT, SIGABRT, SIGALRM, SIGTERM = 2, 6, 14, 15
SIG_DFL, SIG_IGN = 0, 1


def default_int_handler(signalnum, frame):
    raise KeyboardInterrupt


def getsignal(signalnum):
    return default_int_handler if signalnum == SIGINT else SIG_DFL


def signal(signalnum, handler):
    return getsignal(signalnum)
