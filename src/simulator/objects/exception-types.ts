/**
 * The types of all built-in exceptions: `BaseException` with its methods, the kinds that add no field, and
 * the table of all. Kinds with fields of their own are in `exception-fields.ts`, `os-error.ts`,
 * `syntax-error-type.ts`, `unicode-errors.ts` and `exception-group.ts`. As `Objects/exceptions.c`.
 */

import { putField } from '../heap/heap.ts'
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import { newBool } from './bool.ts'
import { defineType, getset, member, methodsOf, type TypeSpec } from './declare/type.ts'
import { PyDict } from './dict.ts'
import { initBaseException, newBaseException, reduceException, textOfArguments } from './exception-base.ts'
import {
  attributeErrorSpec,
  importErrorSpec,
  initImportError,
  initNameError,
  keyErrorSpec,
  nameErrorSpec,
  stopIterationSpec,
  systemExitSpec,
} from './exception-fields.ts'
import { baseExceptionGroupSpec, exceptionGroupSpec } from './exception-group.ts'
import {
  addNoteObject,
  PyBaseException,
  PyImportError,
  PyNameError,
  PyOSError,
  PySyntaxErrorObject,
  setCause,
  setTraceback,
} from './exceptions.ts'
import { getDict, putDict } from './instance.ts'
import type { ExceptionName } from './names.ts'
import { initOSError, osErrorSpec } from './os-error.ts'
import { genericGetAttr, setAttr } from './protocols/attributes.ts'
import { toTuple } from './protocols/iteration.ts'
import { toRepr } from './protocols/text.ts'
import { newStr, PyStr } from './str.ts'
import { initSyntaxError, syntaxErrorSpec } from './syntax-error-type.ts'
import { PyTraceback } from './traceback.ts'
import { typeName, typeOf } from './type.ts'
import {
  unicodeDecodeErrorSpec,
  unicodeEncodeErrorSpec,
  unicodeTranslateErrorSpec,
} from './unicode-errors.ts'
import type { VM } from './vm.ts'

function setLink(vm: VM, self: PyBaseException, value: PyObject | null, name: 'context' | 'cause'): void {
  if (value === null) vm.raise('TypeError', `__${name}__ may not be deleted`)
  else if (value !== vm.None && !(value instanceof PyBaseException)) {
    vm.raise('TypeError', `exception ${name} must be None or derive from BaseException`)
  } else {
    const link = value instanceof PyBaseException ? newRef(value) : null
    if (name === 'cause') setCause(self, link)
    else putField(self, 'context', link)
  }
}

function changeTraceback(vm: VM, self: PyBaseException, value: PyObject | null): void {
  if (value === null) vm.raise('TypeError', '__traceback__ may not be deleted')
  else if (value !== vm.None && !(value instanceof PyTraceback)) {
    vm.raise('TypeError', '__traceback__ must be a traceback or None')
  } else setTraceback(self, value instanceof PyTraceback ? newRef(value) : null)
}

const method = methodsOf<PyBaseException>()

const baseExceptionSpec = defineType(PyBaseException, 'BaseException', 'What every exception derives from.', {
  basicsize: 72,
  subclassable: true,
  container: true,
  hasDict: true,
  slots: {
    __new__: newBaseException,
    __init__: initBaseException,
    __repr__(vm, self) {
      const items = self.args?.items ?? []
      const { name } = typeOf(self)
      return newStr(
        vm,
        items.length === 1
          ? `${name}(${toRepr(vm, items[0]!)})`
          : name + toRepr(vm, self.args ?? vm.emptyTuple),
      )
    },
    __str__: textOfArguments,
    __getattribute__: genericGetAttr,
  },
  methods: [
    method(
      '__reduce__(self, /) -> object',
      'How to make the exception again: class, arguments, attributes.',
      (vm, self) =>
        reduceException(
          vm,
          self,
          newRef(self.args ?? vm.emptyTuple),
          self.dict === null ? null : newRef(self.dict),
        ),
    ),
    method('__setstate__(self, object, /)', 'Sets attributes from a dictionary.', (vm, self, state) => {
      if (state === vm.None) return
      if (!(state instanceof PyDict)) return vm.raise('TypeError', 'state is not a dictionary')
      const entries: [Own, Own][] = []
      state.each((key, value) => entries.push([newRef(key), newRef(value)]))
      try {
        for (const [key, value] of entries) {
          if (!(key instanceof PyStr))
            return vm.raise('TypeError', `attribute name must be string, not '${typeName(key)}'`)
          setAttr(vm, self, key, value)
        }
      } finally {
        for (const [key, value] of entries) {
          release(key)
          release(value)
        }
      }
    }),
    method(
      'with_traceback(self, object, /) -> object',
      'Sets the traceback and gives the exception back.',
      (vm, self, value) => {
        changeTraceback(vm, self, value)
        return newRef(self)
      },
    ),
    method('add_note(self, object, /)', 'Adds a line that is shown under the message.', (vm, self, note) => {
      if (!(note instanceof PyStr)) vm.raise('TypeError', `note must be a str, not '${typeName(note)}'`)
      addNoteObject(vm, self, note)
    }),
  ],
  getset: [
    member(
      '__suppress_context__',
      'Whether the context is left out when the exception is shown.',
      (vm, self) => newBool(vm, self.suppressContext),
      (vm, self, value) => {
        if (value === null) vm.raise('TypeError', "can't delete numeric/char attribute")
        if (value !== vm.True && value !== vm.False)
          vm.raise('TypeError', 'attribute value type must be bool')
        self.suppressContext = value === vm.True
      },
    ),
    getset(
      '__dict__',
      'Further attributes.',
      (vm, self) => getDict(vm, self),
      (vm, self, value) => {
        if (value === null) vm.raise('TypeError', 'cannot delete __dict__')
        else if (!(value instanceof PyDict))
          vm.raise('TypeError', `__dict__ must be set to a dictionary, not a '${typeName(value)}'`)
        else putDict(self, newRef(value))
      },
    ),
    getset(
      'args',
      'The arguments.',
      (vm, self) => newRef(self.args ?? vm.None),
      (vm, self, value) => {
        if (value === null) vm.raise('TypeError', 'args may not be deleted')
        else putField(self, 'args', toTuple(vm, value))
      },
    ),
    getset(
      '__traceback__',
      'Where the exception has been.',
      (vm, self) => newRef(self.traceback ?? vm.None),
      changeTraceback,
    ),
    getset(
      '__context__',
      'The exception that was being handled.',
      (vm, self) => newRef(self.context ?? vm.None),
      (vm, self, value) => setLink(vm, self, value, 'context'),
    ),
    getset(
      '__cause__',
      'The exception that was given as the cause.',
      (vm, self) => newRef(self.cause ?? vm.None),
      (vm, self, value) => setLink(vm, self, value, 'cause'),
    ),
  ],
})

/** A kind of exception that is only a name. */
function simple(name: ExceptionName, base: ExceptionName, doc: string): TypeSpec {
  return defineType(PyBaseException, name, doc, {
    base,
    basicsize: 72,
    subclassable: true,
    slots: { __new__: newBaseException, __init__: initBaseException },
  })
}

const nameErrorKind = (name: ExceptionName, doc: string): TypeSpec =>
  defineType(PyNameError, name, doc, {
    base: 'NameError',
    basicsize: 80,
    subclassable: true,
    slots: { __init__: initNameError },
  })

const osErrorKind = (name: ExceptionName, doc: string, base: ExceptionName = 'OSError'): TypeSpec =>
  defineType(PyOSError, name, doc, {
    base,
    basicsize: 112,
    subclassable: true,
    slots: { __init__: initOSError },
  })

const syntaxErrorKind = (name: ExceptionName, base: ExceptionName, doc: string): TypeSpec =>
  defineType(PySyntaxErrorObject, name, doc, {
    base,
    basicsize: 136,
    subclassable: true,
    slots: { __init__: initSyntaxError },
  })

/** All built-in exception types by name. */
export const exceptionSpecs: Readonly<Record<ExceptionName, TypeSpec>> = {
  BaseException: baseExceptionSpec,
  BaseExceptionGroup: baseExceptionGroupSpec,
  ExceptionGroup: exceptionGroupSpec,
  GeneratorExit: simple('GeneratorExit', 'BaseException', 'Raised inside a generator to close it.'),
  KeyboardInterrupt: simple('KeyboardInterrupt', 'BaseException', 'The user has interrupted the program.'),
  SystemExit: systemExitSpec,
  Exception: simple(
    'Exception',
    'BaseException',
    'What every exception that a program may want to handle derives from.',
  ),
  ArithmeticError: simple('ArithmeticError', 'Exception', 'Errors of arithmetic.'),
  FloatingPointError: simple(
    'FloatingPointError',
    'ArithmeticError',
    'A floating-point operation has failed.',
  ),
  OverflowError: simple('OverflowError', 'ArithmeticError', 'A result is too large.'),
  ZeroDivisionError: simple('ZeroDivisionError', 'ArithmeticError', 'Division by zero.'),
  AssertionError: simple('AssertionError', 'Exception', 'An assertion does not hold.'),
  AttributeError: attributeErrorSpec,
  BufferError: simple('BufferError', 'Exception', 'A buffer cannot be used so.'),
  EOFError: simple('EOFError', 'Exception', 'The input has ended.'),
  ImportError: importErrorSpec,
  ModuleNotFoundError: defineType(PyImportError, 'ModuleNotFoundError', 'There is no such module.', {
    base: 'ImportError',
    basicsize: 104,
    subclassable: true,
    slots: { __init__: initImportError },
  }),
  LookupError: simple('LookupError', 'Exception', 'A look-up has failed.'),
  IndexError: simple('IndexError', 'LookupError', 'An index is out of range.'),
  KeyError: keyErrorSpec,
  MemoryError: simple('MemoryError', 'Exception', 'There is no memory left.'),
  NameError: nameErrorSpec,
  UnboundLocalError: nameErrorKind('UnboundLocalError', 'A local variable has no value yet.'),
  OSError: osErrorSpec,
  BlockingIOError: osErrorKind('BlockingIOError', 'The operation would have to wait.'),
  ChildProcessError: osErrorKind('ChildProcessError', 'An operation on a child process has failed.'),
  ConnectionError: osErrorKind('ConnectionError', 'Errors of connections.'),
  BrokenPipeError: osErrorKind('BrokenPipeError', 'Nobody reads the other end.', 'ConnectionError'),
  ConnectionAbortedError: osErrorKind(
    'ConnectionAbortedError',
    'The connection was given up.',
    'ConnectionError',
  ),
  ConnectionRefusedError: osErrorKind(
    'ConnectionRefusedError',
    'The connection was refused.',
    'ConnectionError',
  ),
  ConnectionResetError: osErrorKind(
    'ConnectionResetError',
    'The other side has ended the connection.',
    'ConnectionError',
  ),
  FileExistsError: osErrorKind('FileExistsError', 'The file is there already.'),
  FileNotFoundError: osErrorKind('FileNotFoundError', 'There is no such file.'),
  InterruptedError: osErrorKind('InterruptedError', 'A signal has interrupted the operation.'),
  IsADirectoryError: osErrorKind('IsADirectoryError', 'This does not work on a directory.'),
  NotADirectoryError: osErrorKind('NotADirectoryError', 'This works on directories only.'),
  PermissionError: osErrorKind('PermissionError', 'The operation is not allowed.'),
  ProcessLookupError: osErrorKind('ProcessLookupError', 'There is no such process.'),
  TimeoutError: osErrorKind('TimeoutError', 'It took too long.'),
  ReferenceError: simple('ReferenceError', 'Exception', 'A weak proxy was used after its object had died.'),
  RuntimeError: simple('RuntimeError', 'Exception', 'Errors that no other kind describes.'),
  NotImplementedError: simple(
    'NotImplementedError',
    'RuntimeError',
    'A method has to be written by a subclass.',
  ),
  PythonFinalizationError: simple('PythonFinalizationError', 'RuntimeError', 'The interpreter is ending.'),
  RecursionError: simple('RecursionError', 'RuntimeError', 'Calls are nested too deeply.'),
  StopAsyncIteration: simple(
    'StopAsyncIteration',
    'Exception',
    'An asynchronous iterator has no more items.',
  ),
  StopIteration: stopIterationSpec,
  SyntaxError: syntaxErrorSpec,
  IndentationError: syntaxErrorKind('IndentationError', 'SyntaxError', 'The indentation is wrong.'),
  TabError: syntaxErrorKind(
    'TabError',
    'IndentationError',
    'Tabs and spaces are mixed in a way that has no meaning.',
  ),
  _IncompleteInputError: syntaxErrorKind('_IncompleteInputError', 'SyntaxError', 'More input is needed.'),
  SystemError: simple('SystemError', 'Exception', 'The interpreter itself has found an error.'),
  TypeError: simple('TypeError', 'Exception', 'An object is not of the right type.'),
  ValueError: simple('ValueError', 'Exception', 'A value is not acceptable, though its type is.'),
  UnicodeError: simple('UnicodeError', 'ValueError', 'Errors of encoding and decoding text.'),
  UnicodeDecodeError: unicodeDecodeErrorSpec,
  UnicodeEncodeError: unicodeEncodeErrorSpec,
  UnicodeTranslateError: unicodeTranslateErrorSpec,
  Warning: simple('Warning', 'Exception', 'What every warning derives from.'),
  BytesWarning: simple('BytesWarning', 'Warning', 'Bytes and text were mixed up.'),
  DeprecationWarning: simple('DeprecationWarning', 'Warning', 'Something will go away; for programmers.'),
  EncodingWarning: simple('EncodingWarning', 'Warning', 'An encoding was not named.'),
  FutureWarning: simple('FutureWarning', 'Warning', 'Something will change; for users.'),
  ImportWarning: simple('ImportWarning', 'Warning', 'Probable mistakes in imports.'),
  PendingDeprecationWarning: simple('PendingDeprecationWarning', 'Warning', 'Something will be deprecated.'),
  ResourceWarning: simple('ResourceWarning', 'Warning', 'Something was not closed.'),
  RuntimeWarning: simple('RuntimeWarning', 'Warning', 'Doubtful behaviour at run time.'),
  SyntaxWarning: simple('SyntaxWarning', 'Warning', 'Doubtful syntax.'),
  UnicodeWarning: simple('UnicodeWarning', 'Warning', 'Doubtful handling of text.'),
  UserWarning: simple('UserWarning', 'Warning', 'Warnings of programs.'),
}
