# A command line read: kinds of arguments, groups, defaults, what is printed for help and for mistakes.
import argparse
import sys


def show(call):
    try:
        print(call())
    except SystemExit as error:
        print("exit", error.code)
    except Exception as error:
        print(type(error).__name__, error)
    sys.stdout.flush()
    sys.stderr.flush()


sys.stderr = sys.stdout
parser = argparse.ArgumentParser(prog="tool", description="Does %(prog)s things, " * 5, epilog="The end.")
parser.add_argument("source", help="where from")
parser.add_argument("rest", nargs="*", type=int, default=[7], metavar="N", help="numbers (default: %(default)s)")
parser.add_argument("-v", "--verbose", action="count", default=0, help="say more; twice for still more, and so on until nobody listens")
parser.add_argument("-o", "--out-file", default="a.out", help="where to", metavar=("FILE"))
parser.add_argument("--size", choices=["small", "large"], required=True)
parser.add_argument("--point", nargs=2, type=float, metavar=("X", "Y"))
parser.add_argument("--cache", action=argparse.BooleanOptionalAction, default=True)
parser.add_argument("--tag", action="append", dest="tags")
parser.add_argument("--level", nargs="?", const=5, type=int)
parser.add_argument("--secret", help=argparse.SUPPRESS)
parser.add_argument("--version", action="version", version="%(prog)s 1.0")
group = parser.add_argument_group("colours", "How it looks.")
one = group.add_mutually_exclusive_group()
one.add_argument("--red", action="store_const", const="r", dest="colour")
one.add_argument("--blue", action="store_const", const="b", dest="colour")
parser.print_help()
print(parser)
for line in (
    "here --size small",
    "here 1 2 3 --size=large -vvo x --point 1 2.5 --no-cache --tag a --tag=b --level --blue",
    "--si small here --lev 3 -ofile",
    "here",
    "here --size huge",
    "here x --size small",
    "--size small",
    "here --size small --red --blue",
    "here --size small --point 1",
    "here --size small --unknown -z",
    "here --ver",
    "here --version",
    "here --size small -- -1",
    "here --size small --level x",
    "here --size small --ca",
    "here -v=3 --size small",
    "-h",
):
    print("$", line)
    show(lambda: parser.parse_args(line.split()))
print(parser.parse_known_args("here 1 --size small --what 2 -q".split()))
print(parser.get_default("out_file"), parser.format_usage())
