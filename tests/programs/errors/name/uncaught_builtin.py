items = [1, 2, 3]
for i in rnage(len(items)):
    print(i)
