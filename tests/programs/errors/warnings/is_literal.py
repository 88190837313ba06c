x = 5
if x is 5:
    print("five")
print(x is "a", x is not (), "text" is x)
assert (x, "message")
y = "a" "b"
z = "\d"
