/**
 * Exception objects: what they hold, how they are made, raised and linked to each other.
 *
 * An exception has its arguments, the traceback it has collected, and two links to other exceptions:
 * `__context__`, the one that was being handled when it was raised, and `__cause__`, the one named by
 * `raise … from …`. Its `__dict__` (with `__notes__`) is its own field, made at first use. Kinds of exceptions
 * with further fields have classes of their own. The types with their methods are in `exception-types.ts`.
 * As `Objects/exceptions.c`, and `_PyErr_SetObject` of `Python/errors.c`.
 */

import { putField } from '../heap/heap.ts'
import type { Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { asOwn, lend, newRef, release, releaseAll, releaseMaybe } from '../heap/reference.ts'
import { newInt } from './int.ts'
import { newList, PyList } from './list.ts'
import { PyModule } from './module.ts'
import type { ExceptionName } from './names.ts'
import { visitOwnType } from './own-type.ts'
import { getAttrNamedMaybe, setAttrNamed } from './protocols/attributes.ts'
import { toRepr } from './protocols/text.ts'
import { Raise } from './raise.ts'
import { newStr, PyStr } from './str.ts'
import type { PyTraceback } from './traceback.ts'
import { newTuple, type PyTuple } from './tuple.ts'
import { isInstance, PyType, typeName, typeOf } from './type.ts'
import type { VM } from './vm.ts'

export class PyBaseException extends PyObject {
  /** Null only between allocation and `__new__`'s end. */
  args: Held<PyTuple> | null = null
  traceback: Held<PyTraceback> | null = null
  context: Held | null = null
  cause: Held | null = null
  suppressContext = false

  override traverse(visit: Visit): void {
    if (this.dict !== null) visit(this.dict, '__dict__')
    if (this.args !== null) visit(this.args, 'args')
    if (this.traceback !== null) visit(this.traceback, '__traceback__')
    if (this.cause !== null) visit(this.cause, '__cause__')
    if (this.context !== null) visit(this.context, '__context__')
  }

  override clear(): void {
    clearFields(this, ['dict', 'args', 'traceback', 'cause', 'context'])
  }

  // The dict is the exception's own field also where a Python class adds `__slots__`.
  override releaseAttributes(): void {}

  override traverseAttributes(): void {}
}

/** Empties fields in order, each before what it held is released (`Py_CLEAR`). */
function clearFields<O, K extends keyof O>(owner: O, keys: readonly K[]): void {
  for (const key of keys) {
    const value = owner[key] as Held | null
    owner[key] = null as O[K]
    releaseMaybe(value)
  }
}

function visitFields<O, K extends keyof O & string>(owner: O, keys: readonly K[], visit: Visit): void {
  for (const key of keys) {
    const value = owner[key] as Held | null
    if (value !== null) visit(value, key)
  }
}

export class PyStopIteration extends PyBaseException {
  value: Held | null = null

  override traverse(visit: Visit): void {
    visitFields(this as PyStopIteration, ['value'], visit)
    super.traverse(visit)
  }

  override clear(): void {
    clearFields(this as PyStopIteration, ['value'])
    super.clear()
  }
}

export class PySystemExit extends PyBaseException {
  code: Held | null = null

  override traverse(visit: Visit): void {
    visitFields(this as PySystemExit, ['code'], visit)
    super.traverse(visit)
  }

  override clear(): void {
    clearFields(this as PySystemExit, ['code'])
    super.clear()
  }
}

export class PyNameError extends PyBaseException {
  name: Held | null = null

  override traverse(visit: Visit): void {
    visitFields(this as PyNameError, ['name'], visit)
    super.traverse(visit)
  }

  override clear(): void {
    clearFields(this as PyNameError, ['name'])
    super.clear()
  }
}

export class PyAttributeError extends PyBaseException {
  name: Held | null = null
  obj: Held | null = null

  override traverse(visit: Visit): void {
    visitFields(this as PyAttributeError, ['obj', 'name'], visit)
    super.traverse(visit)
  }

  override clear(): void {
    clearFields(this as PyAttributeError, ['obj', 'name'])
    super.clear()
  }
}

const importFields = ['msg', 'name', 'path', 'nameFrom'] as const

export class PyImportError extends PyBaseException {
  msg: Held | null = null
  name: Held | null = null
  path: Held | null = null
  nameFrom: Held | null = null

  override traverse(visit: Visit): void {
    visitFields(this as PyImportError, importFields, visit)
    super.traverse(visit)
  }

  override clear(): void {
    clearFields(this as PyImportError, importFields)
    super.clear()
  }
}

const osFields = ['errno', 'strerror', 'filename', 'filename2'] as const

export class PyOSError extends PyBaseException {
  errno: Held | null = null
  strerror: Held | null = null
  filename: Held | null = null
  filename2: Held | null = null
  /** `characters_written` of BlockingIOError; -1 for none. */
  written = -1

  override traverse(visit: Visit): void {
    visitFields(this as PyOSError, osFields, visit)
    super.traverse(visit)
  }

  override clear(): void {
    clearFields(this as PyOSError, osFields)
    super.clear()
  }
}

const syntaxFields = [
  'msg',
  'filename',
  'lineno',
  'offset',
  'end_lineno',
  'end_offset',
  'text',
  'print_file_and_line',
] as const

export class PySyntaxErrorObject extends PyBaseException {
  msg: Held | null = null
  filename: Held | null = null
  lineno: Held | null = null
  offset: Held | null = null
  end_lineno: Held | null = null
  end_offset: Held | null = null
  text: Held | null = null
  print_file_and_line: Held | null = null

  override traverse(visit: Visit): void {
    visitFields(this as PySyntaxErrorObject, syntaxFields, visit)
    super.traverse(visit)
  }

  override clear(): void {
    clearFields(this as PySyntaxErrorObject, syntaxFields)
    super.clear()
  }
}

const unicodeFields = ['encoding', 'object', 'reason'] as const

/** What UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError share. */
export class PyUnicodeError extends PyBaseException {
  encoding: Held | null = null
  object: Held | null = null
  start = 0
  end = 0
  reason: Held | null = null

  override traverse(visit: Visit): void {
    visitFields(this as PyUnicodeError, unicodeFields, visit)
    super.traverse(visit)
  }

  override clear(): void {
    clearFields(this as PyUnicodeError, unicodeFields)
    super.clear()
  }
}

export class PyExceptionGroup extends PyBaseException {
  message: Held | null = null
  exceptions: Held<PyTuple> | null = null

  override traverse(visit: Visit): void {
    // `ExceptionGroup` itself is made at start by calling `type`, unlike every other built-in exception.
    if (this.type.name === 'ExceptionGroup') visitOwnType(this, visit)
    visitFields(this as PyExceptionGroup, ['message', 'exceptions'], visit)
    super.traverse(visit)
  }

  override clear(): void {
    clearFields(this as PyExceptionGroup, ['message', 'exceptions'])
    super.clear()
  }
}

// Making

/** `type(*args)`, with the arguments stolen; an exception class made in Python runs its own code. */
export function newExceptionWith(vm: VM, type: PyType, args: readonly Own[]): Own<PyBaseException> {
  let made: Own
  try {
    if (type.isHeapType) made = vm.call(type, args)
    else {
      made = type.slots.__new__!(vm, type, args, null)
      try {
        type.slots.__init__!(vm, made, args, null)
      } catch (thrown) {
        release(made)
        throw thrown
      }
    }
  } finally {
    releaseAll(args)
  }
  return expectException(vm, type, made)
}

function expectException(vm: VM, type: PyObject, made: Own): Own<PyBaseException> {
  if (made instanceof PyBaseException) return made as Own<PyBaseException>
  return lend(made, (value) =>
    vm.raise(
      'TypeError',
      `calling ${toRepr(vm, type)} should have returned an instance of BaseException, not ${toRepr(vm, typeOf(value))}`,
    ),
  )
}

/** A built-in exception with a message as its only argument. */
export function newException(vm: VM, typeName: ExceptionName, message: string): Own<PyBaseException> {
  return newExceptionWith(vm, vm.types[typeName], [newStr(vm, message)])
}

/** A MemoryError, which can be made also when there is no memory left. */
export function newMemoryError(vm: VM): Own<PyBaseException> {
  return vm.heap.unlimited(() => newExceptionWith(vm, vm.types.MemoryError, []))
}

/** Where a syntax error is, as the parser and the compiler say it. */
export interface SyntaxErrorData {
  readonly type: 'SyntaxError' | 'IndentationError' | 'TabError' | '_IncompleteInputError'
  readonly msg: string
  readonly filename: string
  readonly lineno: number | null
  readonly offset: number | null
  readonly text: string | null
  readonly end_lineno: number | null
  readonly end_offset: number | null
}

/** The exception object for a syntax error found by the parser or the compiler. */
export function newSyntaxError(vm: VM, data: SyntaxErrorData): Own<PyBaseException> {
  const orNone = (value: number | null): Own => (value === null ? newRef(vm.None) : newInt(vm, value))
  const details: Held[] = [
    newStr(vm, data.filename),
    orNone(data.lineno),
    orNone(data.offset),
    data.text === null ? newRef(vm.None) : newStr(vm, data.text),
  ]
  if (data.end_lineno !== null) details.push(orNone(data.end_lineno), orNone(data.end_offset))
  return newExceptionWith(vm, vm.types[data.type], [newStr(vm, data.msg), newTuple(vm, details)])
}

/** Whether the object is a class of exceptions. */
export function isExceptionClass(vm: VM, object: PyObject): object is PyType {
  return object instanceof PyType && object.isSubtype(vm.types.BaseException)
}

/** The exception that `raise value` raises: `value` itself, or an instance made by calling the class. */
export function normalizeRaised(vm: VM, value: PyObject): Own<PyBaseException> {
  if (isExceptionClass(vm, value)) return expectException(vm, value, vm.call(value, []))
  if (value instanceof PyBaseException) return newRef(value)
  return vm.raise('TypeError', 'exceptions must derive from BaseException')
}

/** The cause that `raise … from value` gives; null for None. */
export function normalizeCause(vm: VM, value: PyObject): Own<PyBaseException> | null {
  if (value === vm.None) return null
  if (isExceptionClass(vm, value)) return expectException(vm, value, vm.call(value, []))
  if (value instanceof PyBaseException) return newRef(value)
  return vm.raise('TypeError', 'exception causes must derive from BaseException')
}

// Links

/**
 * Makes `context` (borrowed) the exception's context, as raising does. Where the chain of contexts would
 * come back to the exception itself, it is cut there.
 */
export function setContext(exception: PyBaseException, context: PyBaseException): void {
  if (exception === context) return
  let at = context
  let slow = context
  let advance = false
  for (;;) {
    const next = at.context as unknown as PyBaseException | null
    if (next === null) break
    if (next === exception) {
      putField(at, 'context', null)
      break
    }
    at = next
    // A loop that was there before, which the slower walker finds.
    if (at === slow) break
    if (advance) slow = slow.context as unknown as PyBaseException
    advance = !advance
  }
  putField(exception, 'context', newRef(context))
}

/** Sets `__cause__` (stolen; null for `from None`), which hides the context (`PyException_SetCause`). */
export function setCause(exception: PyBaseException, cause: Own<PyBaseException> | null): void {
  exception.suppressContext = true
  putField(exception, 'cause', cause)
}

/** Sets `__traceback__` (stolen). */
export function setTraceback(exception: PyBaseException, traceback: Own<PyTraceback> | null): void {
  putField(exception, 'traceback', traceback)
}

/** Adds a line of explanation under the message (`add_note`); `note` is borrowed. */
export function addNoteObject(vm: VM, exception: PyObject, note: PyObject): void {
  const existing = getAttrNamedMaybe(vm, exception, '__notes__')
  if (existing === null) {
    lend(newList(vm, [newRef(note)]), (list) => setAttrNamed(vm, exception, '__notes__', list))
    return
  }
  lend(existing, (notes) => {
    if (!(notes instanceof PyList)) return vm.raise('TypeError', 'Cannot add note: __notes__ is not a list')
    notes.items.push(newRef(note))
    notes.resized(notes.items.length - 1)
  })
}

/** `addNoteObject` for a text of the machine's own. */
export function addNote(vm: VM, exception: PyObject, text: string): void {
  lend(newStr(vm, text), (note) => addNoteObject(vm, exception, note))
}

// Raising

/**
 * Raises AttributeError for an attribute that is not there, with `name` and `obj` set. Without a message the
 * text is CPython's for instances, classes and modules.
 */
export function raiseAttributeError(vm: VM, object: PyObject, name: PyStr, message?: string): never {
  const made = newException(
    vm,
    'AttributeError',
    message ?? missingAttribute(object, name),
  ) as unknown as Own<PyAttributeError>
  made.name = newRef(name)
  made.obj = newRef(object)
  return vm.raiseException(made)
}

function missingAttribute(object: PyObject, name: PyStr): string {
  if (object instanceof PyType) return `type object '${object.name}' has no attribute '${name.value}'`
  if (object instanceof PyModule) {
    const moduleName = object.namespace?.getStr('__name__')
    if (moduleName instanceof PyStr) return `module '${moduleName.value}' has no attribute '${name.value}'`
    return `module has no attribute '${name.value}'`
  }
  return `'${typeName(object)}' object has no attribute '${name.value}'`
}

/**
 * Notes on an AttributeError which attribute of which object it is about, where nothing is noted yet
 * (`_PyObject_SetAttributeErrorContext`). For what a look-up has thrown.
 */
export function setAttributeContext(vm: VM, thrown: unknown, object: PyObject, name: PyStr): void {
  if (!(thrown instanceof Raise)) return
  const exception: PyObject = thrown.exception
  if (!(exception instanceof PyAttributeError) || !isInstance(exception, vm.types.AttributeError)) return
  if (exception.name !== null || exception.obj !== null) return
  exception.name = newRef(name)
  exception.obj = newRef(object)
}

/** Raises NameError, or a subclass, with `name` set. */
export function raiseNameError(
  vm: VM,
  name: PyStr,
  message = `name '${name.value}' is not defined`,
  type: 'NameError' | 'UnboundLocalError' = 'NameError',
): never {
  const made = newException(vm, type, message) as unknown as Own<PyNameError>
  // CPython notes the name on exact NameErrors only.
  if (type === 'NameError') made.name = newRef(name)
  return vm.raiseException(made)
}

/** Raises KeyError with the key as its argument. */
export function raiseKeyError(vm: VM, key: PyObject): never {
  return vm.raiseException(newExceptionWith(vm, vm.types.KeyError, [newRef(key)]))
}

/** Raises StopIteration with a value (borrowed); null and None give one without arguments. */
export function raiseStopIteration(vm: VM, value: PyObject | null): never {
  const args = value === null || value === vm.None ? [] : [newRef(value)]
  return vm.raiseException(newExceptionWith(vm, vm.types.StopIteration, args))
}

/** What an ImportError says besides its message; all borrowed. */
export interface ImportDetails {
  readonly type?: 'ImportError' | 'ModuleNotFoundError'
  readonly name?: PyObject | null
  readonly path?: PyObject | null
  readonly nameFrom?: PyObject | null
}

/** Raises ImportError or ModuleNotFoundError. */
export function raiseImportError(vm: VM, message: string, details: ImportDetails = {}): never {
  const made = newException(vm, details.type ?? 'ImportError', message) as unknown as Own<PyImportError>
  const hold = (value: PyObject | null | undefined): Held | null => (value == null ? null : newRef(value))
  made.name = hold(details.name)
  made.path = hold(details.path)
  made.nameFrom = hold(details.nameFrom)
  return vm.raiseException(made)
}

/** The exception in a `Raise`, taken over from it; its thrower no longer owns it. */
export function takeException(thrown: Raise): Own<PyBaseException> {
  return asOwn(thrown.exception) as Own<PyBaseException>
}
