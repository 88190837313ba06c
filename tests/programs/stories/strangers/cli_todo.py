import json
import sys
from dataclasses import asdict, dataclass


@dataclass
class Todo:
    id: int
    text: str
    done: bool = False


class App:
    def __init__(self):
        self.todos = {}
        self.next_id = 1

    def do_add(self, *words):
        """add WORDS... - adds an entry"""
        todo = Todo(self.next_id, " ".join(words))
        self.todos[todo.id] = todo
        self.next_id += 1
        return f"added {todo.id}"

    def do_done(self, number):
        """done N - marks an entry"""
        self.todos[int(number)].done = True
        return "ok"

    def do_list(self, which="all"):
        """list [open|all] - shows entries"""
        return "\n".join(f"[{'x' if t.done else ' '}] {t.id}: {t.text}" for t in self.todos.values()
                         if which == "all" or not t.done)

    def do_save(self):
        """save - prints JSON"""
        return json.dumps([asdict(t) for t in self.todos.values()])

    def do_help(self):
        """help - this text"""
        return "\n".join(sorted(m.__doc__ for n in dir(self) if n.startswith("do_") and (m := getattr(self, n))))

    def run(self, line):
        name, *args = line.split()
        method = getattr(self, f"do_{name}", None)
        if method is None:
            return f"unknown command: {name}"
        try:
            return method(*args)
        except KeyError as error:
            return f"no entry {error}"
        except (TypeError, ValueError) as error:
            return f"error: {error}"


app = App()
for line in ("add buy milk", "add write code", "list", "done 1", "list open", "done 9", "done x", "done", "fly", "save", "help"):
    print(">", line)
    print(app.run(line))
print(len(sys.argv), file=sys.stderr)
sys.exit(0 if app.todos[1].done else 1)
