class Counter:
    def __init__(self):
        self.total = 0
    def add(self, n):
        total = self.total + n
        return totla
    def show(self):
        return blech
try:
    Counter().add(1)
except NameError as error:
    print(error)
Counter().show()
