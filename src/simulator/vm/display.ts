/** Showing the value of an expression statement: by `sys.displayhook`, or for a cell's last one without keeping it. */
import type { PyObject } from '../heap/object.ts'
import { newRef, release } from '../heap/reference.ts'
import { toRepr } from '../objects/protocols/text.ts'
import type { Engine } from './interpreter.ts'
import type { Machine } from './machine.ts'
import { peekSys } from './report.ts'

export function displayValue(vm: Machine, value: PyObject): void {
  const engine = vm as Engine
  if (engine.inCell && engine.nesting === 1) {
    if (value !== vm.None) vm.write('stdout', `${toRepr(vm, value)}\n`)
    return
  }
  const hook = peekSys(engine, 'displayhook')
  if (hook === null) return vm.raise('RuntimeError', 'lost sys.displayhook')
  const kept = newRef(hook)
  try {
    release(vm.call(kept, [value]))
  } finally {
    release(kept)
  }
}
