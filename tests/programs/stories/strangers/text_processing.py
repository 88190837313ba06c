import re
import string
import textwrap
from collections import Counter, defaultdict

TEXT = """The quick brown fox jumps over the lazy dog. The dog sleeps; the fox -- quick as ever -- runs.
"Why?", asked the owl. It's 3.14 o'clock, and 42 mice dance!"""

words = re.findall(r"[a-z']+", TEXT.lower())
counts = Counter(words)
print(counts.most_common(4), sum(counts.values()), len(counts))
by_length = defaultdict(list)
for word in sorted(set(words)):
    by_length[len(word)].append(word)
for length in sorted(by_length):
    print(f"{length:2d}: {', '.join(by_length[length])}")
print(textwrap.fill(TEXT, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(TEXT, 30), textwrap.dedent("    a\n      b").splitlines())
table = str.maketrans("", "", string.punctuation)
print(TEXT.translate(table).split()[-5:])
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.split(r"[;,.!?]\s*", "a, b; c! d")[:4])
print([m.span() for m in re.finditer(r"\d+(?:\.\d+)?", TEXT)])
print("{:>10}|{:<6}|{:^7}|{:+.2e}|{:,}|{:#x}|{:08b}".format("right", "left", "mid", 12345.678, 1234567, 255, 37))
caesar = "".join(chr((ord(c) - 97 + 3) % 26 + 97) if c.islower() else c for c in "attack at dawn")
print(caesar, caesar[::-1].title(), "spam".center(10, "*"), "a-b_c".replace("-", "_").split("_"))
rows = [line.split(",") for line in "name,age\nada,36\nbob,7".splitlines()]
header, *data = rows
for row in data:
    print(dict(zip(header, row)))
widths = [max(len(r[i]) for r in rows) for i in range(2)]
print("\n".join(" ".join(cell.ljust(w) for cell, w in zip(r, widths)).rstrip() for r in rows))
print(string.Template("$who likes ${what}s").substitute(who="tim", what="egg"), "é".encode(), b"\xc3\xa9".decode())
