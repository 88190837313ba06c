# Commands with parsers of their own, parents, formatters, namespaces, errors of declaration.
import argparse
import sys

sys.stderr = sys.stdout
shared = argparse.ArgumentParser(add_help=False)
shared.add_argument("--dry", action="store_true", help="only say")
parser = argparse.ArgumentParser("git", parents=[shared], formatter_class=argparse.ArgumentDefaultsHelpFormatter)
parser.set_defaults(func=print, depth=1)
commands = parser.add_subparsers(title="commands", dest="command", required=True, metavar="COMMAND", help="what to do")
add = commands.add_parser("add", aliases=["a"], help="add files")
add.add_argument("files", nargs="+")
add.set_defaults(func=len)
log = commands.add_parser("log", help="show the log", parents=[shared])
log.add_argument("-n", type=int, default=10, help="how many")
log.add_argument("--since", type=lambda text: text.upper())
parser.print_help()
log.print_help()
for line in ("add x y", "--dry a z", "log -n 3 --since may --dry", "log -n x", "push", "", "add", "log --what"):
    print("$", line)
    try:
        print(parser.parse_args(line.split()))
    except SystemExit as error:
        print("exit", error.code)
print(argparse.Namespace(a=1, **{"not a name": 2}), argparse.Namespace(x=1) == argparse.Namespace(x=1), "x" in argparse.Namespace(x=1))
raw = argparse.ArgumentParser("raw", description="one\n  two", formatter_class=argparse.RawTextHelpFormatter, allow_abbrev=False)
raw.add_argument("--long", help="three\nfour")
raw.add_argument("--port", type=int, deprecated=True)
raw.print_help()
try:
    raw.parse_args(["--lon", "1"])
except SystemExit as error:
    print(error.code)
print(raw.parse_args(["--port", "1"]))
quiet = argparse.ArgumentParser("quiet", exit_on_error=False)
quiet.add_argument("--n", type=int)
for args in (["--n", "x"], ["--n"], ["--m"]):
    try:
        quiet.parse_args(args)
    except argparse.ArgumentError as error:
        print(error.argument_name, error.message)
for wrong in (
    lambda: quiet.add_argument("--n"),
    lambda: quiet.add_argument("x", dest="y"),
    lambda: quiet.add_argument("--k", action="nothing"),
    lambda: quiet.add_argument("--k", type="int"),
    lambda: quiet.add_argument("--k", nargs=2, metavar=("A", "B", "C")),
    lambda: quiet.add_argument("x", required=True),
    lambda: quiet.add_argument("-", "--"),
    lambda: quiet.add_argument("--k", nargs=0),
    lambda: parser.add_subparsers(),
):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)


class Shout(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        print("shout", namespace, values, option_string)
        setattr(namespace, self.dest, values.upper())


loud = argparse.ArgumentParser("loud", prefix_chars="-+", argument_default=argparse.SUPPRESS)
loud.add_argument("+x", action=Shout)
loud.add_argument("-y", action="extend", nargs="+")
print(loud.parse_args("+x hey -y 1 2 -y 3".split()), loud.parse_args([]), loud.parse_intermixed_args(["-y", "1"]))
print(argparse.FileType("w")("-") is sys.stdout, argparse.FileType())
