import gc

print()
print()
gc.collect()


class Careful:
    def __init__(self, name):
        self.name = name

    def __setattr__(self, name, value):
        super().__setattr__(name, value)

    def __getattr__(self, name):
        pass


# Where attributes are looked for in an own way, super() binds its methods: no tuple of three is ever made.
Careful('a')
print(gc.collect())
Careful('b')
count = gc.get_count()[0]
print(gc.get_count()[0] - count)
