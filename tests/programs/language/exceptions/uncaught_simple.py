def middle(n):
    return inner(n) + 1

def inner(n):
    print("about to fail")
    return 10 // n

def start():
    middle(0)

start()
print("never")
