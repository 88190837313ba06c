# What other tests take from the tests of imports.


def no_rerun(reason):
    """Tests are never run a second time here."""
    return lambda func: func
