class File:
    def __init__(self, name):
        self.name = name
        print(f"open {name}")
    def __del__(self):
        print(f"close {self.name}")
def use():
    f = File("data.txt")
    print("using", f.name)
use()
f = File("a.txt")
g = f
del f
print("f deleted; g still refers to it")
g = File("b.txt")
print("g rebound")
files = [File(f"{i}.txt") for i in range(2)]
files.append(files[0])
del files[0]
print("one reference less")
files = None
print("list gone")
