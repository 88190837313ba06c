import io
import logging


class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append(self.format(record))


stream = io.StringIO()
logging.basicConfig(stream=stream, level=logging.DEBUG, format="%(levelname)s:%(name)s:%(message)s")
log = logging.getLogger("app")
child = logging.getLogger("app.db")
handler = ListHandler()
handler.setFormatter(logging.Formatter("[{levelname:>7}] {message}", style="{"))
handler.setLevel(logging.WARNING)
log.addHandler(handler)

log.debug("starting %s", "up")
child.warning("slow query: %.1f s", 1.25)
child.setLevel(logging.ERROR)
child.info("hidden")
try:
    {}["key"]
except KeyError:
    log.exception("lookup failed")
log.log(logging.CRITICAL, "%(a)s and %(b)s", {"a": 1, "b": 2})
print(stream.getvalue())
print(handler.records)
print(log, child, child.parent is log, log.isEnabledFor(logging.DEBUG), child.getEffectiveLevel())


class OnlyApp(logging.Filter):
    def filter(self, record):
        record.msg = "filtered " + record.msg
        return "skip" not in record.msg


log.addFilter(OnlyApp())
log.warning("skip me")
log.warning("keep me")
print(handler.records[-1], len(handler.records))
logging.disable(logging.CRITICAL)
log.error("nothing")
print(len(handler.records))
