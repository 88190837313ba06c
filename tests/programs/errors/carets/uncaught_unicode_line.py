naïve = "é" * 3 + 5 if True else "ü"
