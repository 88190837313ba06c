class ConfigError(Exception):
    pass

def load(name):
    settings = {"debug": True}
    return settings[name]

def configure():
    try:
        load("port")
    except KeyError as error:
        raise ConfigError("missing setting") from error

try:
    configure()
except ConfigError:
    print("handler")
    raise RuntimeError("gave up")
