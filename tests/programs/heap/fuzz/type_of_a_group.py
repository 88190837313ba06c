"""ExceptionGroup is made by calling type, so its instances show their type to the collector."""
import gc


class Own(ExceptionGroup):
    pass


for error in (ValueError(1), ExceptionGroup("a", [ValueError(1)]), BaseExceptionGroup("b", [SystemExit()]), Own("c", [ValueError(1)])):
    print([x if isinstance(x, type) else type(x).__name__ for x in gc.get_referents(error)])
