class Person:
    def __init__(self):
        self.name = "Ann"
        self.address = "x"
    def describe(self): pass
p = Person()
for action in ("p.nam", "p.nmae", "p.adress", "p.descirbe", "p.zzzz", "[].appendd", "'x'.uper", "{}.key", "import_me", "(1).real_", "Person.descibe", "p.describe.x", "len.nam", "p.__clas__"):
    try:
        exec(action)
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "name", None))
p.nam
