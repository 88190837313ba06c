import fnmatch

for pattern in ("*.py", "a?c", "[a-c]x", "[!a]*", "[]]", "[", "*a*b*", "[z-a]", "[--0]", "a[b-", "\\", "[\\]", "**", "", "[!]", "[^a]", "[&&]", "é*"):
    print(ascii(pattern), ascii(fnmatch.translate(pattern)), fnmatch.filter(["a.py", "abc", "bx", "xaxb", "]", "[", "", "\\", "é", "a[b-"], pattern))
print(fnmatch.fnmatch("A.PY", "*.py"), fnmatch.fnmatchcase(b"ab", b"a*"), fnmatch.fnmatch("a\nb", "a*b"))
