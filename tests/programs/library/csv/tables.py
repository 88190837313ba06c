# Rows of fields: written, read again, with names for the columns.
import csv
import gc
import io
import weakref


class Name(str):
    pass


text = io.StringIO()
out = csv.writer(text)
out.writerow(["name", "count", "note"])
out.writerows([["spam", 3, "a,b"], ["eggs", 2.5, 'say "hi"'], ["ham", None, "two\nlines"]])
print(repr(text.getvalue()))
text.seek(0)
for row in csv.reader(text):
    print(row)
rows = list(csv.DictReader(text.getvalue().splitlines(keepends=True)))
print(rows, rows[0]["name"])
print(list(csv.DictReader(["a,b", "1,2,3", "", "4"], restkey="more", restval="?")))
text = io.StringIO()
names = csv.DictWriter(text, fieldnames=["x", "y"], extrasaction="ignore", dialect="unix")
names.writeheader()
names.writerows([{"x": 1, "y": 2}, {"x": 3, "z": 4}])
print(text.getvalue())
try:
    csv.DictWriter(text, ["x"]).writerow({"z": 1})
except ValueError as error:
    print(error)
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_NONE, escapechar="\\")
print(csv.list_dialects(), list(csv.reader(["a|b\\|c"], "pipes")))
csv.unregister_dialect("pipes")
r = csv.reader(["1,2", "3,4"], quoting=csv.QUOTE_NONNUMERIC)
print(next(r), r.line_num, next(r), r.line_num, next(r, "end"))
source = io.StringIO("a,b\n")
held = weakref.ref(source)
r = csv.reader(source)
del source
print(held() is not None)
del r
gc.collect()
print(held())
