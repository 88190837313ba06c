/** `asyncio` itself, and the parts of it that need a network, pipes or processes: those refuse. */
export const asyncioSource = String.raw`
from .base_events import *
from .coroutines import *
from .events import *
from .exceptions import *
from .futures import *
from .locks import *
from .protocols import *
from .runners import *
from .queues import *
from .streams import *
from .subprocess import *
from .tasks import *
from .taskgroups import *
from .timeouts import *
from .threads import *
from .transports import *
from .unix_events import *

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__ + futures.__all__
           + locks.__all__ + protocols.__all__ + runners.__all__ + queues.__all__ + streams.__all__
           + subprocess.__all__ + tasks.__all__ + taskgroups.__all__ + threads.__all__ + timeouts.__all__
           + transports.__all__ + unix_events.__all__)
`

export const protocolsSource = String.raw`
__all__ = ('BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol', 'BufferedProtocol')


class BaseProtocol:
    __slots__ = ()

    def connection_made(self, transport):
        pass

    def connection_lost(self, exc):
        pass

    def pause_writing(self):
        pass

    def resume_writing(self):
        pass


class Protocol(BaseProtocol):
    __slots__ = ()

    def data_received(self, data):
        pass

    def eof_received(self):
        pass


class BufferedProtocol(BaseProtocol):
    __slots__ = ()

    def get_buffer(self, sizehint):
        pass

    def buffer_updated(self, nbytes):
        pass

    def eof_received(self):
        pass


class DatagramProtocol(BaseProtocol):
    __slots__ = ()

    def datagram_received(self, data, addr):
        pass

    def error_received(self, exc):
        pass


class SubprocessProtocol(BaseProtocol):
    __slots__ = ()

    def pipe_data_received(self, fd, data):
        pass

    def pipe_connection_lost(self, fd, exc):
        pass

    def process_exited(self):
        pass
`

export const transportsSource = String.raw`
__all__ = ('BaseTransport', 'ReadTransport', 'WriteTransport', 'Transport', 'DatagramTransport',
           'SubprocessTransport')


class BaseTransport:
    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        return self._extra.get(name, default)


class ReadTransport(BaseTransport):
    pass


class WriteTransport(BaseTransport):
    pass


class Transport(ReadTransport, WriteTransport):
    pass


class DatagramTransport(BaseTransport):
    pass


class SubprocessTransport(BaseTransport):
    pass
`

export const streamsSource = String.raw`
from .base_events import _no_network

__all__ = ('StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection', 'start_server',
           'open_unix_connection', 'start_unix_server')


class StreamReader:
    def __init__(self, *args, **kwargs):
        _no_network('StreamReader')


class StreamWriter:
    def __init__(self, *args, **kwargs):
        _no_network('StreamWriter')


class StreamReaderProtocol:
    def __init__(self, *args, **kwargs):
        _no_network('StreamReaderProtocol')


async def open_connection(*args, **kwargs):
    _no_network('open_connection()')


async def start_server(*args, **kwargs):
    _no_network('start_server()')


async def open_unix_connection(*args, **kwargs):
    _no_network('open_unix_connection()')


async def start_unix_server(*args, **kwargs):
    _no_network('start_unix_server()')
`

export const subprocessSource = String.raw`
from .base_events import _no_network

__all__ = ('create_subprocess_exec', 'create_subprocess_shell')


async def create_subprocess_shell(*args, **kwargs):
    _no_network('create_subprocess_shell()')


async def create_subprocess_exec(*args, **kwargs):
    _no_network('create_subprocess_exec()')
`

export const unixEventsSource = String.raw`
from . import base_events
from . import events

__all__ = ('SelectorEventLoop', 'DefaultEventLoopPolicy', 'EventLoop')


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    pass


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    _loop_factory = _UnixSelectorEventLoop


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
EventLoop = SelectorEventLoop
`
