import weakref
class Department:
    def __init__(self, name):
        self.name = name
        self.staff = []
    def hire(self, who):
        self.staff.append(who)
        who.department = weakref.proxy(self)
    def __del__(self): print("department closed:", self.name)
class Employee:
    department = None
    def __init__(self, name): self.name = name
    def where(self):
        try:
            return f"{self.name} in {self.department.name}"
        except ReferenceError as error:
            return f"{self.name}: {error}"
    def __del__(self): print("employee gone:", self.name)
d = Department("R&D")
ann, bob = Employee("Ann"), Employee("Bob")
d.hire(ann); d.hire(bob)
print(ann.where(), "|", bob.where())
del bob
print("Bob is still on the staff list")
del d
print(ann.where())
