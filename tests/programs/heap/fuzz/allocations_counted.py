import gc
print()
print()
gc.disable()
class Error(Exception):
    def __init__(self, name):
        super().__init__(name)
class Pair(tuple):
    pass
class Base:
    pass
def function(*args, **kwargs):
    return args
table = {'a': 1}
values = (1, 2, 3)
def probe(statement):
    space = {'gc': gc, 'Error': Error, 'Pair': Pair, 'Base': Base, 'function': function, 'table': table, 'values': values}
    exec(f'''def run():
    counts = []
    for i in range(3):
        before = gc.get_count()[0]
        {statement}
        counts.append(gc.get_count()[0] - before)
    return counts''', space)
    gc.collect()
    gc.get_count()
    print(statement, space['run']())
for statement in ["Error('a')", "x = Error('a')", "x = Pair('a')", 'function(**table)', 'gc.get_referents(values)',
                  'gc.get_referrers(values)', 'list(zip(values, values))', 'locals()', 'values[:1]', 'x = slice(1, 2)',
                  'repr([1])', 'class C: a = property(len)', 'class C: pass']:
    probe(statement)
