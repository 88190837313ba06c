# A jump past assignments: the variables without a value get None, with a warning; and a handled exception is left.
import sys


def forwards():
    if len('a') == 2:
        first = 1
    second = 2
    third = [3]
    return first, second, third


def out_of_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        print('handling', sys.exception())
        print('not here')
    print('after', sys.exception())


def jumper(name, source, target):
    def trace(frame, event, arg):
        if frame.f_code.co_name != name:
            return None
        if event == 'line' and frame.f_lineno - frame.f_code.co_firstlineno == source:
            frame.f_lineno = frame.f_code.co_firstlineno + target
            return None
        return trace
    return trace


sys.settrace(jumper('forwards', 3, 5))
try:
    print(forwards())
finally:
    sys.settrace(None)
sys.settrace(jumper('out_of_handler', 5, 6))
try:
    out_of_handler()
finally:
    sys.settrace(None)
