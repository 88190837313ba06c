import difflib

a = [b"one\n", b"tw\xff\n", b"three\n"]
b = [b"one\n", b"two\n", b"three\n", b"four\n"]
for line in difflib.diff_bytes(difflib.unified_diff, a, b, b"a.txt", b"b\xe9.txt", n=1):
    print(line)
for line in difflib.diff_bytes(difflib.context_diff, a, b, lineterm=b""):
    print(line)
try:
    list(difflib.diff_bytes(difflib.unified_diff, ["x"], b))
except TypeError as error:
    print(error)
