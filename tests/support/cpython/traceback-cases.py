"""Records how CPython marks source lines of tracebacks and which names it suggests, for tests/unit/traceback.

Run by record-text.ts: `python3 traceback-cases.py FOLDER` writes one JSON file a topic, one case a line.
"""
import json
import linecache
import os
import random
import sys
import traceback

import _suggestions

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)

PROGRAMS = [
    "1 / 0", "x = 1 / 0", "    \ty = 1 + 'a'", "a = [1][3]", "b = (1,\n  2)[5]", "int('x')", "v = int('x')",
    "def f():\n    return int('x')\nf()", "def f():\n    return [].pop()\nf()", "print(1 / 0)",
    "print(\n    1,\n    1 / 0,\n    2,\n)", "x = (1 +\n     2 +\n     'a' +\n     3)", "x = (\n    1\n    +\n    'a'\n)",
    "def f(*a): 1 / 0\nf(\n 1,\n 2,\n 3,\n 4,\n)", "def f(*a): raise ValueError\nx = f(\n    1,\n\n    2,\n    # note\n    3)",
    "{}['a']['b']", "d = {'a': {}}\nd['a']['b']['c']", "'é' + 1", "s = 'é日本' + 1", "x = '日本'; y = len(x) / 0",
    "[i / 0 for i in [1]]", "[\n    i / 0\n    for i in [1]\n]", "(lambda: 1 / 0)()", "f = lambda: (1 //\n    0)\nf()",
    "assert 1 == 2", "assert (1 ==\n  2), 'message'", "raise ValueError('x')", "raise (\n    ValueError\n)",
    "None.x", "x = None\nx.y.z", "x = None\nx.y = 3", "del [][0]", "x = []\nx[0] = 1", "x = []\nx[0] += 1",
    "a, b = 1", "a, b = 1, 2, 3", "for i in 5: pass", "for i in range(3)[5:].x: pass", "with 5: pass",
    "with open('/nonexistent/x') as f: pass", "if 1 < 'a': pass", "while not (1 < 'a'): pass", "import nonexistent_module",
    "from os import nonexistent_name", "class A(1): pass", "class A:\n    x = 1 / 0", "@print\ndef f(): pass\nf()",
    "def f(a=1/0): pass", "f'{1/0}'", "f'''\n{1/0:>10}\n'''", "x = [*1]", "print(*1)", "print(**1)", "1 if 1/0 else 2",
    "x = (1 /0)", "x = (1/ 0)", "x = 1//0", "x = 1 // 0", "x = 1 % 0", "x = 2 ** 'a'", "x = ~'a'", "x = -'a'", "x = not (1/0)",
    "x = 'a' @ 1", "x = 1 << 'a'", "x = (1) + ('a')", "x = ((1)) + (('a'))", "x = (1 # c +\n + 'a')", "x = (1 \\\n + 'a')",
    "x = 1 + \\\n 'a'", "x = [1, 2][\n  5\n]", "x = [1, 2] [5]", "x = int ('a')", "x = int(\n'a')", "x = str(\n).a", "[][0] + 1",
    "x = 3 + [][0]", "abs(1, 2)(3)", "(abs)(1, 2)", "len(5) + len(6)", "undefined", "undefined + 1", "print(undefined, 1)",
    "x = undefined.a", "'%d' % 'a'", "x = 1\nx()", "x = 1\nx.a()", "x = {}\nx.get()", "(yield_ := 1) / 0", "1 if 2 else 3; 4 / 0",
    "x = 1; y = 2 / 0; z = 3", "def g():\n    yield 1 / 0\nlist(g())", "try:\n    1 / 0\nfinally:\n    pass",
    "try: 1 / 0\nexcept ValueError: pass", "match 1 / 0:\n    case _: pass", "x: int = 1 / 0", "x = y = 1 / 0", "x = [1 / 0]",
    "x = {1: 1 / 0}", "x = {[]}", "x = {[]: 1}", "return_ = sorted([1, 'a'])", "sorted(\n    [1, 'a'],\n    key=None,\n)",
    "def f(a, b): pass\nf(1)", "def f(a, b): pass\nx = f(\n1)", "def f(a, b): pass\nx, y = f(1)", "def f(): pass\nf().x = 1",
    "max(\n  *[\n   1,\n   'a',\n   2,\n  ]\n)", "(1,\n 2,\n 3,\n 4,\n 5\n) + 'a'", "'a' + (1,\n 2,\n 3,\n 4,\n 5\n)",
    "x = (\n 'aaa' +\n 'bbb' +\n 'ccc' +\n 1 +\n 'ddd' +\n 'eee'\n)", "x = ('日本'\n   + 1)", "print('😀', 1 / 0)",
    "print('a' * 100, 1 / 0, 'b' * 100)", "x = 1 / 0  # comment", "x = int('a')  # comment", "   \nx = int('a')   ",
    "def f():\n\treturn 1 + 'a'\nf()", "def f():\n    return (1 +\n\t'a')\nf()", "1 .x", "[].append(1).x", "x = [].append(1).x()",
    "super()", "exec('1/0')", "eval('1/0')", "global_ = globals()['x']", "x = 5\nx[0]", "x = 5\nx[0][1]", "x = 5\nx[0:1]",
    "b''.decode('x')", "(1).__add__()", "int.x", "1 < 2 < 'a'", "1 in 5", "x = 1 in 5", "not 1 in 5", "1 and 1 / 0", "print(1) or 1 / 0",
    "def f(n): return f(n - 1) if n else 1 / 0\nf(2)", "[x for x in (1, 2) if x / 0]", "{x: y for x, y in [1]}",
    "sum(\n  i / 0\n  for i in [1]\n)", "open(\n  '/nonexistent/x',\n)", "x = f'{undefined}' + f'{1}'", "if (x := 1 / 0): pass",
]


class Formatter(traceback.StackSummary):
    pass


carets = []
for number, program in enumerate(PROGRAMS):
    filename = f"case-{number}"
    linecache.cache[filename] = (len(program), None, program.splitlines(True), filename)
    try:
        exec(compile(program, filename, "exec"), {"__name__": "__main__"})
    except Exception as error:
        summary = Formatter._extract_from_extended_frame_gen(traceback._walk_tb_with_full_positions(error.__traceback__))
        for frame in summary:
            if frame.filename != filename or frame.colno is None:
                continue
            lines = [linecache.getline(filename, n).rstrip() for n in range(frame.lineno, frame.end_lineno + 1)]
            shown = summary.format_frame_summary(frame).split("\n")[1:-1]
            case = [lines, frame.colno, frame.end_colno, [line[4:] for line in shown]]
            if any(lines) and case not in carets:
                carets.append(case)

random.seed("suggestions")
words = """append apply argument attribute extend insert remove reverse sort clear copy count index pop popitem update values
items keys setdefault fromkeys blech bleech totla total name names Name NAME x y xy xyz abc acb foo fooo Foo self
__init__ _private __private__ counter counters Counter longer_name_with_words longer_name_with_word naïve naive 日本
日本語 a b aa ab ba very_long_name_that_goes_beyond_the_limit_of_forty_characters""".split()
suggestions = []
for _ in range(700):
    candidates = random.sample(words, random.randint(0, 12))
    wrong = list(random.choice(words))
    for _ in range(random.randint(0, 3)):
        at = random.randrange(len(wrong) + 1)
        change = random.randrange(4)
        if change == 0:
            wrong.insert(at, random.choice("abexyz_"))
        elif change == 1 and wrong:
            del wrong[at % len(wrong)]
        elif change == 2 and wrong:
            wrong[at % len(wrong)] = random.choice("abexyz_")
        elif wrong:
            wrong[at % len(wrong)] = wrong[at % len(wrong)].swapcase()
    name = "".join(wrong)
    suggestions.append([candidates, name, _suggestions._generate_suggestions(candidates, name)])
for size in (749, 750, 751):
    candidates = [f"name{i}" for i in range(size)]
    suggestions.append([candidates, "name7x", _suggestions._generate_suggestions(candidates, "name7x")])

for topic, cases in (("carets", carets), ("suggestions", suggestions)):
    with open(f"{folder}/{topic}.json", "w") as out:
        out.write("[\n" + ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases) + "\n]\n")
