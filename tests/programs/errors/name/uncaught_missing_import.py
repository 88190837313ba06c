def stamp():
    return time.time()
stamp()
