class Tree:
    def left(self, n): return self.right(n + 1)
    def right(self, n):
        return self.left(n + 1)
Tree().left(0)
