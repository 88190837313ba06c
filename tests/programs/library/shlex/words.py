import shlex

for text in ("a b c", "a 'b c' \"d e\"", r"a\ b 'c\d' \"", "x=1 # no", "a''b ''", "(a|b);c>d", "é ü", "a'b", "a\\", '"a\\"b\\c"'):
    for posix in (True, False):
        try:
            print(repr(text), posix, shlex.split(text, posix=posix), shlex.split(text, comments=True, posix=posix))
        except ValueError as error:
            print(repr(text), posix, error)
    try:
        print("  ", list(shlex.shlex(text)), list(shlex.shlex(text, posix=True, punctuation_chars=True)))
    except ValueError as error:
        print("  ", error)
print(shlex.quote("it's"), shlex.quote(""), shlex.quote("plain-1"), shlex.join(["echo", "a b", "$x", "*"]))
reader = shlex.shlex("one two # three\nfour")
reader.wordchars += "-"
reader.push_token("zero")
print(reader.get_token(), reader.get_token(), reader.lineno, list(reader), reader.lineno, reader.error_leader("f", 3))
