s = "naïve café ☃ 😀"
b = s.encode()
print(len(s), len(b), b.decode() == s, s.encode("ascii", "ignore"), s.encode("ascii", "replace"), s.encode("ascii", "backslashreplace"), s.encode("ascii", "xmlcharrefreplace"))
print(s[::-1], s.upper(), s.find("☃"), s.index("😀"), s[-1], ord(s[-1]), [hex(ord(c)) for c in s if ord(c) > 127])
print("é" == "e\u0301", len("e\u0301"), "ß".casefold(), "Σ".lower(), "ŉ".upper())
for enc in ("utf-8", "utf-16-le", "latin-1", "utf-32-be"):
    try:
        print(enc, "é☃".encode(enc))
    except UnicodeEncodeError as error:
        print(type(error).__name__, error)
try:
    b"\xc3".decode()
except UnicodeDecodeError as error:
    print(error)
print(repr("\ud800"), ascii("☃😀"), "\N{SNOWMAN}", "a\u0300".isidentifier(), "变量".isidentifier())
变量 = 3
ñ = 4
print(变量 + ñ, sorted(["é", "z", "a", "É"]), "abc" < "abç", "😀" > "\uffff")
print("%s|%5s|%-5s|" % ("😀", "é", "é"), f"{'☃':*^5}", "tab\t|".expandtabs(8), "x".ljust(3, "☃"))
