def numbers():
    for s in ["1", "2", "x"]:
        yield int(s)
print(sum(numbers()))
