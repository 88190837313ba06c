try:
    try:
        try:
            raise KeyError("one")
        except KeyError:
            raise ValueError("two")
    except ValueError as e:
        raise TypeError("three") from e
finally:
    print("finally")
