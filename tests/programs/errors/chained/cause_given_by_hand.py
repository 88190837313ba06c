e = ValueError("with a cause that was never raised")
e.__cause__ = OSError(2, "No such file or directory")
raise e
