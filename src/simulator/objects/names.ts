/**
 * The names of the built-in types: the keys of `vm.types`.
 *
 * `index.ts` maps each to its specification, and does not compile while one is missing. Names are
 * CPython's `__name__`, except where two types share one (`dict_keyiterator` and the like are as there).
 */

export const exceptionNames = [
  'BaseException', 'BaseExceptionGroup', 'ExceptionGroup', 'GeneratorExit', 'KeyboardInterrupt', 'SystemExit', 'Exception', 'ArithmeticError',
  'FloatingPointError', 'OverflowError', 'ZeroDivisionError', 'AssertionError', 'AttributeError', 'BufferError',
  'EOFError', 'ImportError', 'ModuleNotFoundError', 'LookupError', 'IndexError', 'KeyError', 'MemoryError',
  'NameError', 'UnboundLocalError', 'OSError', 'BlockingIOError', 'ChildProcessError', 'ConnectionError',
  'BrokenPipeError', 'ConnectionAbortedError', 'ConnectionRefusedError', 'ConnectionResetError', 'FileExistsError',
  'FileNotFoundError', 'InterruptedError', 'IsADirectoryError', 'NotADirectoryError', 'PermissionError',
  'ProcessLookupError', 'TimeoutError', 'ReferenceError', 'RuntimeError', 'NotImplementedError',
  'PythonFinalizationError', 'RecursionError', 'StopAsyncIteration', 'StopIteration', 'SyntaxError',
  'IndentationError', 'TabError', '_IncompleteInputError', 'SystemError', 'TypeError', 'ValueError', 'UnicodeError', 'UnicodeDecodeError',
  'UnicodeEncodeError', 'UnicodeTranslateError', 'Warning', 'BytesWarning', 'DeprecationWarning', 'EncodingWarning',
  'FutureWarning', 'ImportWarning', 'PendingDeprecationWarning', 'ResourceWarning', 'RuntimeWarning',
  'SyntaxWarning', 'UnicodeWarning', 'UserWarning',
] as const

export type ExceptionName = (typeof exceptionNames)[number]

export const builtinTypeNames = [
  'object', 'type', 'NoneType', 'NotImplementedType', 'ellipsis', 'bool', 'int', 'float', 'complex', 'str', 'bytes',
  'bytearray', 'memoryview', 'list', 'tuple', 'dict', 'set', 'frozenset', 'range', 'slice',
  'list_iterator', 'list_reverseiterator', 'tuple_iterator', 'str_iterator', 'str_ascii_iterator', 'bytes_iterator', 'bytearray_iterator',
  'range_iterator', 'longrange_iterator', 'set_iterator', 'dict_keys', 'dict_values', 'dict_items',
  'dict_keyiterator', 'dict_valueiterator', 'dict_itemiterator', 'dict_reversekeyiterator',
  'dict_reversevalueiterator', 'dict_reverseitemiterator', 'iterator', 'callable_iterator',
  'enumerate', 'zip', 'map', 'filter', 'reversed',
  'function', 'builtin_function_or_method', 'method', 'method_descriptor', 'wrapper_descriptor', 'method-wrapper',
  'getset_descriptor', 'member_descriptor', 'classmethod_descriptor', 'property', 'classmethod', 'staticmethod', 'super', 'mappingproxy',
  'cell', 'code', 'frame', 'FrameLocalsProxy', 'traceback', 'generator', 'coroutine', 'coroutine_wrapper', 'async_generator', 'async_generator_asend', 'async_generator_athrow', 'async_generator_wrapped_value',
  'module', 'SimpleNamespace', 'GenericAlias', 'UnionType',
  'ReferenceType', 'ProxyType', 'CallableProxyType', 'UnraisableHookArgs',
] as const

export type TypeName = ExceptionName | (typeof builtinTypeNames)[number]
