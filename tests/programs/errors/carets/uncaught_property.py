class C:
    @property
    def ratio(self):
        return 1 / self.n
    n = 0
print(C().ratio)
