/** What the loop is given to call: one step of a task, with or without an exception. As `TaskStepMethWrapper`. */
import { takeField } from '../../heap/heap.ts'
import { type HeapType, PyObject, type Visit } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { newRef, releaseMaybe } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import { defineType, getset } from '../../objects/declare/type.ts'
import type { VM } from '../../objects/vm.ts'

/** Takes a step, with an exception or null. */
export type RunStep = (vm: VM, exception: PyObject | null) => Own

export class PyStep extends PyObject {
  task: Held | null
  exception: Held | null
  readonly run: RunStep

  constructor(type: HeapType, task: Own, exception: Own | null, run: RunStep) {
    super(type)
    this.task = task
    this.exception = exception
    this.run = run
  }

  override traverse(visit: Visit): void {
    if (this.task !== null) visit(this.task, 'task')
    if (this.exception !== null) visit(this.exception, 'exception')
  }

  override dealloc(): void {
    releaseMaybe(takeField(this, 'task'))
    releaseMaybe(takeField(this, 'exception'))
  }
}

const stepSpec = defineType(PyStep, '_asyncio.TaskStepMethWrapper', null, {
  basicsize: 32,
  container: true,
  noInstantiation: true,
  slots: {
    __call__: (vm, self, args) => {
      if (args.length > 0) return vm.raise('TypeError', 'function takes no positional arguments')
      return self.run(vm, self.exception)
    },
  },
  getset: [getset('__self__', 'The task.', (vm, self) => newRef(self.task ?? vm.None))],
})

export function newStep(vm: VM, task: PyObject, exception: PyObject | null, run: RunStep): Own {
  const held = exception === null ? null : newRef(exception)
  return tracked(vm, new PyStep(vm.typeFor(stepSpec), newRef(task), held, run)) as unknown as Own
}
