def job(n):
    raise ValueError(f"job {n}")
errors = []
for n in range(3):
    try:
        job(n)
    except ValueError as error:
        error.add_note(f"while running job {n}")
        errors.append(error)
raise ExceptionGroup("some jobs failed", errors)
