class Query:
    def filter(self, **kw):
        return self
    def first(self): return None
print(Query().filter(a=1).filter(b=2).first().name)
