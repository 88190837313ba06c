print()
print("a", 1, None, [2], sep="-", end="|\n")
print("x", "y", sep="")
print(*[1, 2, 3], sep=", ")
print("no newline", end="")
print()
import sys, io
print("to stdout", file=sys.stdout, flush=True)
buf = io.StringIO()
print("captured", 5, file=buf)
print(repr(buf.getvalue()))
print(end="only end\n")
print(1, 2, sep=None, end=None)
class W:
    def write(self, s): chunks.append(s)
chunks = []
print("a", "b", file=W())
print(chunks)
for bad in (lambda: print(sep=1), lambda: print(end=2), lambda: print("x", file=5), lambda: print(1, wrong=2)):
    try: bad()
    except (TypeError, AttributeError) as error: print(error)
old = sys.stdout
sys.stdout = buf
print("redirected")
sys.stdout = old
print(repr(buf.getvalue()))
print(print("inner"))
print("tab\there", 'quote"s', "unicode é ☃ 😀")
sys.stdout.write("direct\n")
print(sys.stdout.write("abc"))
