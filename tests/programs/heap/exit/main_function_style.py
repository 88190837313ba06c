class Resource:
    def __init__(self, n):
        self.n = n
        print("open", n)
    def __del__(self): print("close", self.n)
def main():
    a = Resource("a")
    b = Resource("b")
    print("main body")
    return 0
if __name__ == "__main__":
    main()
    print("after main")
