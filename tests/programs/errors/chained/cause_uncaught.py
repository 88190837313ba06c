def convert(s):
    try:
        return int(s)
    except ValueError as error:
        raise TypeError("cannot convert") from error
convert("x")
