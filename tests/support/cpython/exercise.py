"""Runs an answer to an exercise and then the exercise's checks on it, as a notebook does.

    python exercise.py answer.py checks.py

Prints, as JSON, a list with one object for each check: its name, and the message that it failed with or null. An
answer that ends with an exception is not checked: the list is then null.
"""

import builtins
import io
import json
import sys
import types


def outcome(check):
    try:
        check()
    except AssertionError as error:
        return str(error)
    except BaseException as error:
        return f'{type(error).__name__}: {error}'
    return None


def run(answer, checks):
    main = types.ModuleType('__main__')
    main.__dict__.update(__builtins__=builtins, __annotations__={}, __file__=answer)
    sys.modules['__main__'] = main
    with open(answer, encoding='utf-8', newline='') as file:
        code = compile(file.read(), answer, 'exec', dont_inherit=True)
    sys.stdout = printed = io.StringIO()
    try:
        exec(code, main.__dict__)
    except SystemExit:
        pass
    except BaseException:
        return None
    names = {'main': main, 'output': printed.getvalue()}
    with open(checks, encoding='utf-8', newline='') as file:
        exec(compile(file.read(), checks, 'exec', dont_inherit=True), names)
    functions = [(name, value) for name, value in names.items() if name.startswith('check_')]
    return [{'name': name, 'message': outcome(check)} for name, check in functions]


keep = sys.modules['__main__']
results = run(*sys.argv[1:])
sys.__stdout__.write(json.dumps(results) + '\n')
sys.__stdout__.flush()
