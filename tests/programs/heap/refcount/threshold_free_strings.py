import sys
text = "x" * 50
n = sys.getrefcount(text)
parts = text.split("y")
print(parts[0] is text, sys.getrefcount(text) - n)
same = str(text)
print(same is text, sys.getrefcount(text) - n)
sliced = text[:]
print(sliced is text, sys.getrefcount(text) - n)
stripped = text.strip()
print(stripped is text, sys.getrefcount(text) - n)
joined = "".join([text])
print(joined is text, sys.getrefcount(text) - n)
formatted = f"{text}"
print(formatted is text, sys.getrefcount(text) - n)
replaced = text.replace("q", "r")
print(replaced is text, sys.getrefcount(text) - n)
upper = text.upper()
print(upper is text)
plus = text + ""
print(plus is text, sys.getrefcount(text) - n)
del parts, same, sliced, stripped, joined, formatted, replaced, plus
print(sys.getrefcount(text) - n)
d = {text: 1}
print(sys.getrefcount(text) - n)
