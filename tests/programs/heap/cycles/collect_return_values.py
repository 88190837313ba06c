import gc
from functools import partial
gc.collect()
class A: pass
class L(list): pass
class D(dict): pass
def n(build):
    build()
    return gc.collect()
def one():
    a = A(); a.a = a
def with_list():
    a = A(); a.l = [a]
def with_dict():
    a = A(); a.d = {"a": a}
def with_tuple():
    a = A(); a.t = (a, 1)
def with_set():
    a = A(); a.s = {a}
def with_lambda():
    a = A(); a.f = lambda: a
def with_default():
    a = A(); a.f = lambda x=a: x
def with_method():
    a = A(); a.m = a.__init__
def with_partial():
    a = A(); a.p = partial(print, a)
def with_iter():
    a = A(); a.i = iter([a])
def with_gen():
    a = A(); a.g = (x for x in [a])
def with_list_subclass():
    l = L(); l.append(l)
def with_dict_subclass():
    d = D(); d["d"] = d
def list_subclass_attr():
    l = L(); l.me = l
def leaf_objects():
    a = A(); a.a = a; a.leaf = A(); a.leaf.leaf = A(); a.lists = [[], [[]]]
def strings_do_not_count():
    a = A(); a.a = a; a.s = "text" * 3; a.n = 10 ** 10; a.t = ("x", 1)
def two_separate():
    one(); one()
def nested_dicts():
    d = {"x": {"y": {}}}; d["x"]["y"]["top"] = d
for f in (one, with_list, with_dict, with_tuple, with_set, with_lambda, with_default, with_method, with_partial, with_iter, with_gen, with_list_subclass, with_dict_subclass, list_subclass_attr, leaf_objects, strings_do_not_count, two_separate, nested_dicts):
    print(f.__name__, n(f))
