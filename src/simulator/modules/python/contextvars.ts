/** `contextvars`: the public face of `_contextvars`. */
export const contextvarsSource = String.raw`
from _contextvars import Context, ContextVar, Token, copy_context

__all__ = ('Context', 'ContextVar', 'Token', 'copy_context')
`
