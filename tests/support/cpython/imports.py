# Writes src/simulator/vm/import-plans.ts: what the import of each standard module does to the collector's count in
# this CPython, how many containers it leaves between one module it imports and the next, and how many objects only a
# collection frees afterwards. `python3.13 imports.py src/simulator/vm/import-plans.ts MODULE …`
#
# Each module is measured in processes of its own, without collections: `imports.py --count MODULE` has the loaders say
# when a module begins and ends, which disturbs the counts a little; `--own MODULE BEFORE …` counts what it leaves
# itself, when all that it imports is there; `--garbage MODULE BEFORE …` what of that a collection finds.
import gc
import importlib._bootstrap as bootstrap
import importlib._bootstrap_external as external
import sys

# Mark, name and count of each event, one after the other; made beforehand, because a new tuple counts as well.
events = [None] * 9000
filled = 0


def tell(mark, name):
    global filled
    events[filled] = mark
    events[filled + 1] = name
    events[filled + 2] = gc.get_count()[0]
    filled += 3


def watched(cls):
    """Has the loader say when it begins and ends to execute a module."""
    inner = cls.exec_module
    is_static = isinstance(vars(cls)["exec_module"], (staticmethod, classmethod))

    def exec_module(*args):
        name = args[-1].__name__
        tell(">", name)
        try:
            return inner(*args)
        finally:
            tell("<", name)

    cls.exec_module = staticmethod(exec_module) if is_static else exec_module


def count(name):
    for cls in (external._LoaderBasics, external.ExtensionFileLoader, bootstrap.BuiltinImporter, bootstrap.FrozenImporter):
        watched(cls)
    # Not collected before: that would empty the free lists, whose objects do not count.
    gc.disable()
    tell(">", "")
    __import__(name)
    tell("<", "")
    for i in range(0, filled, 3):
        print(*events[i : i + 3])


def own(name, others):
    gc.disable()
    for other in others:
        __import__(other)
    before = gc.get_count()[0]
    __import__(name)
    print(gc.get_count()[0] - before)


def garbage(name, others):
    for other in others:
        __import__(other)
    gc.collect()
    gc.disable()
    __import__(name)
    print(gc.collect())


if sys.argv[1] == "--count":
    count(sys.argv[2])
elif sys.argv[1] == "--own":
    own(sys.argv[2], sys.argv[3:])
elif sys.argv[1] == "--garbage":
    garbage(sys.argv[2], sys.argv[3:])
else:
    import json
    import py_compile
    import subprocess

    # Compiling this file would fill the free lists, whose objects do not count; a small program has filled them less.
    compiled = py_compile.compile(__file__)

    def ask(*args):
        result = subprocess.run([sys.executable, compiled, *args], capture_output=True, text=True, check=True)
        return result.stdout.splitlines()

    plans = {}

    def read(name, lines):
        """The plan of a module in the events of its import, and the modules that it imports."""
        depth, own, steps, found, done, before, at = 0, None, [], [], [], [], 0
        for line in lines:
            mark, other, number = line.split(" ")
            number = int(number)
            if mark == "<":
                depth -= 1
            if other == name:
                if mark == ">":
                    own, at = depth, number
                else:
                    steps.append(number - at)
                    own = None
                    before = [other for other in done if other]
            elif own is not None and depth == own + 1:
                # Between its own beginning and end another module begins or has ended.
                if mark == ">":
                    steps += [number - at, other]
                at = number
            if mark == ">":
                depth += 1
                found.append(other)
            else:
                done.append(other)
        plans[name] = {"steps": steps, "before": before}
        return [other for other in found if other and other not in plans]

    waiting = sys.argv[2:]
    while waiting:
        name = waiting.pop()
        if name not in plans:
            try:
                waiting += read(name, ask("--count", name))
            except subprocess.CalledProcessError:
                continue
    for name, plan in plans.items():
        plan["garbage"] = int(ask("--garbage", name, *plan["before"])[0])
        exact = int(ask("--own", name, *plan["before"])[0])
        # The shares of the parts are those that were seen from inside.
        shares = [max(step, 0) for step in plan["steps"] if not isinstance(step, str)]
        seen, given, part = sum(shares) or 1, 0, 0
        for i, step in enumerate(plan["steps"]):
            if not isinstance(step, str):
                part += max(step, 0)
                upto = exact if i == len(plan["steps"]) - 1 else round(exact * part / seen)
                plan["steps"][i] = upto - given
                given = upto
    rows = [
        f"  {json.dumps(name)}: [{plan['garbage']}, {json.dumps(plan['steps'])[1:-1]}],\n"
        for name, plan in sorted(plans.items())
    ]
    at_start = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sorted(sys.modules))"], capture_output=True, text=True, check=True
    ).stdout.split()
    with open(sys.argv[1], "w") as file:
        file.write("/**\n * What importing a standard module leaves on CPython 3.13's heap; written by tests/support/cpython/imports.py.\n")
        file.write(" *\n * Of each module: how many objects only a collection frees afterwards; then how many containers remain, in\n")
        file.write(" * steps between which the named modules are imported.\n */\n")
        file.write("export const importPlans: Readonly<Record<string, readonly (number | string)[]>> = {\n")
        file.write("".join(rows) + "}\n\n")
        file.write("/** What CPython has imported when a program begins. */\n")
        names = " ".join(name for name in at_start if name not in ("__main__", "sitecustomize", "usercustomize"))
        file.write(f"export const importedAtStart: readonly string[] =\n  {json.dumps(names)}.split(' ')\n")
