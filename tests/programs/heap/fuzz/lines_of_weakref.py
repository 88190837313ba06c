import weakref


class Pair(tuple):
    def touch(self):
        pass


class Thing:
    pass


def lines(call):
    try:
        call()
    except Exception as error:
        step = error.__traceback__.tb_next
        found = []
        while step is not None:
            found.append((step.tb_frame.f_code.co_name, step.tb_lineno))
            step = step.tb_next
        print(type(error).__name__, found)


values = weakref.WeakValueDictionary()
keys = weakref.WeakKeyDictionary()
lines(lambda: weakref.WeakMethod(3))
lines(lambda: weakref.WeakMethod(Pair().touch))
lines(lambda: values['a'])
lines(lambda: values.pop('a'))
lines(lambda: values.setdefault('a', 3))
lines(lambda: values.update(a=3))
lines(lambda: values.update(3))
lines(lambda: values.popitem())
lines(lambda: values.__delitem__('a'))
lines(lambda: weakref.WeakValueDictionary(a=3))
lines(lambda: keys[Thing()])
lines(lambda: keys.pop(Thing()))
lines(lambda: weakref.WeakKeyDictionary({3: 4}))
for function in (weakref.WeakMethod.__call__, weakref.WeakMethod.__eq__, weakref.WeakKeyDictionary.__ror__):
    print(sorted({line for _, _, line in function.__code__.co_lines()}))
