config = {"db": {"host": "x"}}
def port(c):
    return c["db"]["port"] + 1
port(config)
