def pick(flag, items):
    return items[10] if flag else items[0]
print(pick(False, [1]))
print(pick(True, [1]))
