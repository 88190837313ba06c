class Keeps:
    def __init__(self, one, *args, **kwargs):
        raise TypeError(one)
saved = []
for i in range(3):
    try:
        Keeps([], print, 'text', key=1)
    except TypeError as error:
        saved.append(error)
print(len(saved))
Keeps([], print, 'text')
