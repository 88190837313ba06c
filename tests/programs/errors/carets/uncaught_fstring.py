name = "x"
print(f"value: {name.upper()} {name + 1} end")
