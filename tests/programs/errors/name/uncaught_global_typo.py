balance = 10
def show():
    print(blance)
show()
