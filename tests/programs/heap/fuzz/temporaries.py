"""A full collection empties the reserves of lists, dicts and tuples: what a call takes afterwards, and gives back to
them, counts as allocated."""
import gc
import sys


class Plain:
    def __init__(self, name=None, other=None):
        self.name = name

    def __call__(self, value=None):
        return value


class Pair(tuple):
    def __new__(cls, name):
        return super().__new__(cls, (name, 1))


def function(p, q=None):
    return p


items = [1, 2]
plain = Plain()
error = ValueError(1)
group = ExceptionGroup("group", [ValueError(1), KeyError(2)])


def slot_in_text():
    class Slots:
        __slots__ = "a"


def slots_in_tuple():
    class Slots:
        __slots__ = ("a", "__dict__")


def slice_of_itself():
    items[1:1] = items


def slice_from_mapping():
    items[0:1] = {1: 2}


def slice_from_iterator():
    items[0:1] = iter([1, 2])


def slice_from_list():
    items[:] = [1, 2]


def method_with_a_tuple():
    {}.update({})


def method_with_keywords():
    {}.update(a=1)


def formatting():
    "{}".format(1)


def formatting_with_keywords():
    "{a}".format(a=1)


def class_with_keywords():
    Plain(name=1)


def class_with_both():
    Plain(1, other=2)


def instance_with_keywords():
    plain(value=1)


def subclass_of_tuple():
    Pair("name")


def missing_argument():
    try:
        function()
    except TypeError as error:
        print(error)


def unknown_keyword():
    try:
        function(1, z=1)
    except TypeError as error:
        print(error)


def group_split():
    group.split(ValueError)


def group_subgroup():
    group.subgroup(ValueError)


def group_caught():
    try:
        raise group
    except* ValueError:
        pass
    except* KeyError:
        pass


def group_left():
    try:
        try:
            raise group
        except* ValueError:
            pass
    except ExceptionGroup as left:
        print(len(left.exceptions))


def wrapped():
    try:
        raise ValueError(1)
    except* ValueError:
        pass


def class_pattern():
    match plain:
        case Plain(name=name):
            pass


def arguments_of_an_error():
    error.args = (plain,)


def arguments_of_an_os_error():
    OSError(1, "text")


def names():
    vars()


def first_subclass_of_a_type():
    class Set(frozenset):
        pass

    class Sub(Set):
        pass


for each in list(globals().values()):
    if type(each) is type(function) and each is not function:
        print(each.__name__)
        gc.collect()
        before = gc.get_count()[0]
        each()
        print(gc.get_count()[0] - before)
