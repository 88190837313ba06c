/** `_thread._excepthook`: what a thread's uncaught exception prints. As `Modules/_threadmodule.c`. */
import type { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release } from '../../heap/reference.ts'
import { PyBaseException } from '../../objects/exceptions.ts'
import { getAttrNamedMaybe, setAttrNamed } from '../../objects/protocols/attributes.ts'
import { callMethod } from '../../objects/protocols/calls.ts'
import { toArray } from '../../objects/protocols/iteration.ts'
import { toText } from '../../objects/protocols/text.ts'
import { newStr } from '../../objects/str.ts'
import { formatException } from '../../objects/traceback-text.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { typeName } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { defineStructSequence, newStructSequence } from '../struct-sequence.ts'
import { schedulerOf } from './waiting.ts'

export const hookArgsSpec = defineStructSequence(
  '_thread',
  '_ExceptHookArgs',
  'What threading.excepthook is told.',
  ['exc_type', 'exc_value', 'exc_traceback', 'thread'],
  (vm, cls, args) => {
    const items = toArray(vm, args[0]!) as Held[]
    if (items.length === 4) return newStructSequence(vm, cls, items)
    for (const item of items) release(item as Own)
    return vm.raise(
      'TypeError',
      `_thread._ExceptHookArgs() takes a 4-sequence (${items.length}-sequence given)`,
    )
  },
)

/** `sys.stderr`, else the stream the thread began with; null for none. */
function streamFor(vm: VM, thread: PyObject): Own | null {
  const stderr = vm.sys.namespace.getStr('stderr')
  if (stderr !== null && stderr !== vm.None) return newRef(stderr)
  if (thread === vm.None) return null
  const own = getAttrNamedMaybe(vm, thread, '_stderr')
  if (own === null || own !== vm.None) return own
  release(own)
  return null
}

function nameOf(vm: VM, thread: PyObject): string {
  const name = thread === vm.None ? null : getAttrNamedMaybe(vm, thread, 'name')
  return name === null ? String(schedulerOf(vm).current.ident) : lend(name, (each) => toText(vm, each))
}

export function threadExceptHook(vm: VM, args: PyObject): void {
  if (!(args instanceof PyTuple) || args.type !== (vm.typeFor(hookArgsSpec) as unknown)) {
    return vm.raise('TypeError', '_thread._excepthook argument type must be ExceptHookArgs')
  }
  const [type, value, traceback, thread] = args.items as unknown as readonly [
    PyObject,
    PyObject,
    PyObject,
    PyObject,
  ]
  if (type === (vm.types.SystemExit as PyObject)) return
  const stream = streamFor(vm, thread)
  if (stream === null) return
  const write = (text: string): void =>
    lend(newStr(vm, text), (each) => release(callMethod(vm, stream, 'write', [each])))
  try {
    write(`Exception in thread ${nameOf(vm, thread)}:\n`)
    if (!(value instanceof PyBaseException)) write(`TypeError: print_exception(): ${typeName(value)}\n`)
    else {
      if (value.traceback === null && traceback !== vm.None)
        setAttrNamed(vm, value, '__traceback__', traceback)
      write(formatException(vm, value))
    }
    release(callMethod(vm, stream, 'flush'))
  } finally {
    release(stream)
  }
}
