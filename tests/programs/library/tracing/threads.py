import sys
import threading


def trace(frame, event, arg):
    if frame.f_code.co_name == "work":
        print(threading.current_thread().name, event, frame.f_lineno)
    return trace


def work():
    x = 1
    return x


threading.settrace(trace)
print(threading.gettrace() is trace, sys.gettrace())
thread = threading.Thread(target=work, name="worker")
thread.start()
thread.join()
work()
threading.settrace(None)
print(sys.gettrace(), threading.gettrace())
