# Writes src/simulator/vm/import-plans.ts: what the import of each standard module does to the collector's count in
# this CPython, how many containers it leaves between one module it imports and the next, and how many objects only a
# collection frees afterwards. `python3.13 imports.py src/simulator/vm/import-plans.ts MODULE …`
#
# Each module is measured in processes of its own. `imports.py --count MODULE` has the loaders say when a module begins
# and ends, which shows how its import is divided. How much it is, a program of one import says that the collector
# runs in as it does in every program: how often it ran, its count, and what a collection finds afterwards. What a
# module leaves itself is what the modules that it imports do not explain. The parts of a package that it imports
# itself are no modules of their own here: they cannot be imported without it.
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


if sys.argv[1] == "--count":
    count(sys.argv[2])
else:
    import json
    import os
    import py_compile
    import subprocess
    import tempfile

    # Compiling this file would fill the free lists, whose objects do not count; a small program has filled them less.
    compiled = py_compile.compile(__file__)

    def ask(*args):
        result = subprocess.run([sys.executable, compiled, *args], capture_output=True, text=True, check=True)
        return result.stdout.splitlines()

    plans = {}

    def read(name, lines):
        """The steps of a module's plan in the events of its import, and the modules that it imports."""
        steps, found, running = [], [], []
        is_inside, below, at = False, 0, 0
        for line in lines:
            mark, other, number = line.split(" ")
            number = int(number)
            if mark == ">":
                is_part = other.rpartition(".")[0] in [each for each, _ in running if each]
                running.append((other, is_part))
                if other == name:
                    is_inside, at = True, number
                    continue
                if not is_part:
                    found.append(other)
                if is_inside and not is_part:
                    if below == 0:
                        steps += [number - at, other]
                    below += 1
            else:
                _, is_part = running.pop()
                if other == name:
                    steps.append(number - at)
                    is_inside = False
                elif is_inside and not is_part:
                    below -= 1
                    if below == 0:
                        at = number
        plans[name] = {"steps": steps}
        return [other for other in found if other and other not in plans]

    waiting = sys.argv[2:]
    while waiting:
        name = waiting.pop()
        if name not in plans:
            try:
                waiting += read(name, ask("--count", name))
            except subprocess.CalledProcessError:
                continue

    at_start = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sorted(sys.modules))"], capture_output=True, text=True, check=True
    ).stdout.split()

    def reached(name, seen):
        """All modules that are imported with it, those it needs before itself."""
        if name in seen or name in at_start or name not in plans:
            return
        seen[name] = None
        reached(name.rpartition(".")[0], seen)
        for step in plans[name]["steps"]:
            if isinstance(step, str):
                reached(step, seen)

    program = os.path.join(tempfile.mkdtemp(), "program.py")

    def run(name):
        """How much a program counts that imports the module, and what a collection finds in it."""
        with open(program, "w") as file:
            file.write(f"import {name}\nimport gc\ncount = gc.get_count()[0]\nstats = gc.get_stats()\n")
            file.write("print(count + 2001 * sum(each['collections'] for each in stats), gc.collect())\n")
        result = subprocess.run([sys.executable, program], capture_output=True, text=True, check=True)
        return map(int, result.stdout.split())

    empty, _ = run("sys")
    # Where the simulator's count stands when a program begins.
    START = 24

    class Count:
        """As `Collector.accountFor` and `follow` in import-sizes.ts."""

        def __init__(self):
            self.count, self.total, self.garbage, self.done = START, 0, 0, set(at_start)

        def follow(self, name):
            if name in self.done or name not in plans:
                return
            self.done.add(name)
            plan = plans[name]
            for step in plan["steps"]:
                if isinstance(step, str):
                    self.follow(step)
                else:
                    self.add(step)
            self.garbage += plan["garbage"]

        def add(self, containers):
            self.total += containers
            self.count += containers
            while self.count > 2000:
                self.count -= 2001
                self.garbage = 0
            self.count = max(0, self.count)

    def modelled(name):
        count = Count()
        parent = name.rpartition(".")[0]
        if parent:
            count.follow(parent)
        count.follow(name)
        return count

    def measure(name):
        """What the module leaves beside those that it imports, which are measured first."""
        plan = plans[name]
        if "garbage" in plan or name in at_start:
            plan.setdefault("garbage", 0)
            return
        plan["garbage"] = 0
        others = {}
        reached(name, others)
        for other in others:
            measure(other)
        seen = plan["steps"]
        plan["steps"] = [step if isinstance(step, str) else 0 for step in seen]
        total, found = run(name)
        divide(plan["steps"], seen, total - empty - modelled(name).total)
        plan["garbage"] = found - modelled(name).garbage

    def divide(steps, seen, exact):
        """The shares of the parts are those that were seen from inside."""
        shares = [max(step, 0) for step in seen if not isinstance(step, str)]
        whole, given, part = sum(shares) or 1, 0, 0
        for i, step in enumerate(seen):
            if not isinstance(step, str):
                part += max(step, 0)
                upto = exact if i == len(seen) - 1 else round(exact * part / whole)
                steps[i] = upto - given
                given = upto

    for name, plan in plans.items():
        measure(name)
    rows = [
        f"  {json.dumps(name)}: [{plan['garbage']}, {json.dumps(plan['steps'])[1:-1]}],\n"
        for name, plan in sorted(plans.items())
    ]
    with open(sys.argv[1], "w") as file:
        file.write("/**\n * What importing a standard module leaves on CPython 3.13's heap; written by tests/support/cpython/imports.py.\n")
        file.write(" *\n * Of each module: how many objects only a collection frees afterwards; then how many containers remain, in\n")
        file.write(" * steps between which the named modules are imported.\n */\n")
        file.write("export const importPlans: Readonly<Record<string, readonly (number | string)[]>> = {\n")
        file.write("".join(rows) + "}\n\n")
        file.write("/** What CPython has imported when a program begins. */\n")
        names = " ".join(name for name in at_start if name not in ("__main__", "sitecustomize", "usercustomize"))
        file.write(f"export const importedAtStart: readonly string[] =\n  {json.dumps(names)}.split(' ')\n")
