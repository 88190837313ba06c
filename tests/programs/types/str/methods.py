s = "Hello, World"
print(s.upper(), s.lower(), s.swapcase(), s.title(), s.capitalize(), s.casefold(), "hello world".title())
print(s.find("o"), s.rfind("o"), s.find("z"), s.index("W"), s.count("l"), s.count(""), s.find("o", 5), s.count("o", 0, 5))
print(s.startswith("Hell"), s.endswith(("x", "ld")), s.replace("l", "L"), s.replace("l", "L", 1), s.replace("", "-", 3))
print("a,b,,c".split(","), " a  b ".split(), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","), "abc".partition("b"), "abc".rpartition("z"))
print("  x ".strip() + "|", "xxaxx".strip("x"), "xyz".lstrip("yx"), "abc".removeprefix("a"), "abc".removesuffix("x"))
print("-".join(["a", "b"]), "".join("xyz"), "a".center(5, "*"), "a".ljust(3) + "|", "a".rjust(3), "42".zfill(5), "-42".zfill(5))
print("abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace(), "A".isupper(), "Ab".istitle(), "".isalpha(), "a_1".isidentifier(), "\n".isprintable(), "½".isnumeric(), "²".isdigit(), "²".isdecimal())
print("l1\nl2\r\nl3".splitlines(), "a\nb".splitlines(True), "a\tb".expandtabs(4), "abc".translate({97: "x", 98: None}), str.maketrans("ab", "xy"))
print("ß".upper(), "ǆ".title(), "İ".lower() == "i̇", "é".encode("utf-8").decode(), "straße".casefold())
print("{}-{}".format(1, 2), "%s" % 3, "{a}".format_map({"a": 1}), "a" * 0 == "", "x".encode("ascii"))
for action in ('"abc".index("z")', '"a".join([1])', '"a" + 1', '"abc"[10]', '"a".split("")', '"abc".center(10, "ab")', '"é".encode("ascii")', '"abc".__getitem__("a")', 'chr(-1)', 'ord("ab")', '"a".replace("a")', '"a".nope'):
    try:
        print(eval(action))
    except Exception as error:
        print(type(error).__name__, error)
