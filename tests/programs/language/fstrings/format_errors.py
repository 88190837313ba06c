cases = [
    lambda: f"{'abc':d}",
    lambda: f"{5:s}",
    lambda: f"{1.5:d}",
    lambda: f"{5:q}",
    lambda: f"{[1]:>5}",
    lambda: f"{None:5}",
    lambda: "{} {}".format(1),
    lambda: "{a}".format(b=1),
    lambda: "{0} {}".format(1, 2),
    lambda: "{".format(),
    lambda: "}".format(),
    lambda: "%d" % "x",
    lambda: "%s %s" % (1,),
    lambda: "%s" % (1, 2),
    lambda: "%(a)s" % (1,),
    lambda: "%(a)s" % {},
    lambda: "%q" % 1,
    lambda: "%c" % "ab",
    lambda: format(3, 5),
    lambda: f"{'x':.2f}",
    lambda: f"{3:.2d}",
    lambda: f"{3:,s}",
    lambda: "%" % 1,
]
for case in cases:
    try:
        print("fine", case())
    except Exception as error:
        print(type(error).__name__, error)
