# As a script has it.
import argparse


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=2)
    parser.add_argument("name", nargs="?", default="world")
    args = parser.parse_args()
    for _ in range(args.count):
        print("hello", args.name)
    parser.error("enough")


if __name__ == "__main__":
    main()
