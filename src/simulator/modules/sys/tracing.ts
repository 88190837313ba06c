/** `sys.settrace`, `sys.setprofile` and what belongs to them. As `Python/sysmodule.c`. */
import type { PyObject } from '../../heap/object.ts'
import { newRef } from '../../heap/reference.ts'
import { checkPositional } from '../../objects/declare/arguments.ts'
import { fn, rawFn } from '../../objects/declare/module.ts'
import { opcodeTracing } from '../../objects/frame.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { typeName } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import type { Engine } from '../../vm/interpreter.ts'
import { RECHOOSE } from '../../vm/machine.ts'
import { refuseKeywords } from '../arguments.ts'

function setListener(vm: VM, which: 'trace' | 'profile', func: PyObject, ofAll = false): void {
  const engine = vm as Engine
  for (const { tracer } of ofAll ? engine.scheduler.threads : [engine.thread]) {
    tracer.set(which, func === vm.None ? null : func)
    if (which === 'trace') tracer.opcodes = vm.moduleState(opcodeTracing).isWanted
  }
  // The loop that runs this call gives way to the one that tells of events, or back.
  engine.signal |= RECHOOSE
}

export const tracingFunctions = [
  fn('gettrace() -> object', 'The trace function, or None.', (vm) =>
    newRef((vm as Engine).tracer.trace ?? vm.None),
  ),
  fn('settrace(function, /)', 'Sets the function that is told of calls, lines and exceptions.', (vm, func) =>
    setListener(vm, 'trace', func),
  ),
  fn('getprofile() -> object', 'The profile function, or None.', (vm) =>
    newRef((vm as Engine).tracer.profile ?? vm.None),
  ),
  fn('setprofile(function, /)', 'Sets the function that is told of calls and returns.', (vm, func) =>
    setListener(vm, 'profile', func),
  ),
  fn('_settraceallthreads(function, /)', 'Sets the trace function of every thread.', (vm, func) =>
    setListener(vm, 'trace', func, true),
  ),
  fn('_setprofileallthreads(function, /)', 'The same for the profile function.', (vm, func) =>
    setListener(vm, 'profile', func, true),
  ),
  rawFn('call_tracing(func, args, /) -> object', 'Calls a function and traces it.', (vm, args, kwnames) => {
    refuseKeywords(vm, 'call_tracing', kwnames)
    checkPositional(vm, 'call_tracing', args.length, 2, 2)
    const [func, values] = args as readonly [PyObject, PyObject]
    if (!(values instanceof PyTuple)) {
      return vm.raise('TypeError', `call_tracing() argument 2 must be tuple, not ${typeName(values)}`)
    }
    const { tracer } = vm as Engine
    const { busy } = tracer
    tracer.busy = false
    try {
      return vm.call(func, values.items)
    } finally {
      tracer.busy = busy
    }
  }),
]
