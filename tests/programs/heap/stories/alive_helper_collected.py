import gc, sys

class Node:
    def __init__(self, name):
        self.name = name
        self.next = None

    def __del__(self):
        print(f"  {self.name} finalized")

def count():
    return len([o for o in gc.get_objects() if type(o) is Node])

def main():
    a = Node("one")
    b = Node("two")
    a.next, b.next = b, a
    print("inside", count())

if __name__ == "__main__":
    main()
    print("after", count())
    print("collected", gc.collect())
    print("finally", count())
    print("garbage", gc.garbage)
