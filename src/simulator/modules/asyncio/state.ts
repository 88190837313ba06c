/**
 * What `_asyncio` knows: the running loop of each thread, and for a whole interpreter which task runs in which loop, all tasks, and the
 * functions and classes of the package's Python part that it uses. As the module state of `Modules/_asynciomodule.c`.
 */
import type { PyObject, Visit } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release, releaseMaybe } from '../../heap/reference.ts'
import { newDict, type PyDict, peekItem, putItem, takeItem } from '../../objects/dict.ts'
import { getAttrNamed } from '../../objects/protocols/attributes.ts'
import { callMethod } from '../../objects/protocols/calls.ts'
import { toRepr } from '../../objects/protocols/text.ts'
import { newSet, type PySet } from '../../objects/set.ts'
import type { ModuleState, VM } from '../../objects/vm.ts'

const helperModules = {
  get_event_loop_policy: 'asyncio.events',
  _future_repr: 'asyncio.base_futures',
  _task_repr: 'asyncio.base_tasks',
  _task_get_stack: 'asyncio.base_tasks',
  _task_print_stack: 'asyncio.base_tasks',
  iscoroutine: 'asyncio.coroutines',
  CancelledError: 'asyncio.exceptions',
  InvalidStateError: 'asyncio.exceptions',
  extract_stack: 'traceback',
} as const

export type HelperName = keyof typeof helperModules

/** The loop that runs in a thread. */
class RunningLoop {
  loop: Held | null = null

  visitRoots(visit: Visit): void {
    if (this.loop !== null) visit(this.loop, 'running loop')
  }

  dropRoots(): void {
    const { loop } = this
    this.loop = null
    releaseMaybe(loop)
  }
}

const runningLoop: ModuleState<RunningLoop> = { make: () => new RunningLoop() }

export class AsyncioState {
  /** The running task of each loop. */
  currentTasks: Held<PyDict> | null = null
  /** A WeakSet of all tasks that the loop runs, and a set of those that run without having been scheduled. */
  scheduledTasks: Held | null = null
  eagerTasks: Held<PySet> | null = null
  readonly helpers = new Map<HelperName, Held>()
  /** How many tasks have got their name by number. */
  taskNames = 0

  visitRoots(visit: Visit): void {
    if (this.currentTasks !== null) visit(this.currentTasks, '_current_tasks')
    if (this.scheduledTasks !== null) visit(this.scheduledTasks, '_scheduled_tasks')
    if (this.eagerTasks !== null) visit(this.eagerTasks, '_eager_tasks')
    for (const [name, helper] of this.helpers) visit(helper, name)
  }

  dropRoots(): void {
    const { currentTasks, scheduledTasks, eagerTasks } = this
    this.currentTasks = this.scheduledTasks = this.eagerTasks = null
    const helpers = [...this.helpers.values()]
    this.helpers.clear()
    for (const held of [currentTasks, scheduledTasks, eagerTasks, ...helpers]) releaseMaybe(held)
  }
}

const asyncioState: ModuleState<AsyncioState> = { make: () => new AsyncioState() }

export function stateOf(vm: VM): AsyncioState {
  return vm.moduleState(asyncioState)
}

/** Makes the registers; run once, when the module is made. */
export function setUpState(vm: VM): AsyncioState {
  const state = stateOf(vm)
  state.currentTasks = newDict(vm)
  state.eagerTasks = newSet(vm)
  state.scheduledTasks = lend(vm.importModule('weakref'), (weakref) => callMethod(vm, weakref, 'WeakSet'))
  return state
}

/** Something from the Python part; borrowed. */
export function peekHelper(vm: VM, name: HelperName): PyObject {
  const { helpers } = stateOf(vm)
  const known = helpers.get(name)
  if (known !== undefined) return known
  const found = lend(vm.importModule(helperModules[name]), (module) => getAttrNamed(vm, module, name))
  helpers.set(name, found)
  return found
}

export function getRunningLoop(vm: VM): Own {
  const { loop } = vm.threadState(runningLoop)
  return loop === null ? vm.raise('RuntimeError', 'no running event loop') : newRef(loop)
}

export function setRunningLoop(vm: VM, loop: PyObject): void {
  const state = vm.threadState(runningLoop)
  const old = state.loop
  state.loop = loop === vm.None ? null : newRef(loop)
  releaseMaybe(old)
}

/** The running loop, or the policy's. */
export function getEventLoop(vm: VM): Own {
  const { loop } = vm.threadState(runningLoop)
  if (loop !== null) return newRef(loop)
  return lend(vm.call(peekHelper(vm, 'get_event_loop_policy'), []), (policy) =>
    callMethod(vm, policy, 'get_event_loop'),
  )
}

export function enterTask(vm: VM, loop: PyObject, task: PyObject): void {
  const tasks = stateOf(vm).currentTasks!
  const current = peekItem(vm, tasks, loop)
  if (current !== null) {
    vm.raise(
      'RuntimeError',
      `Cannot enter into task ${toRepr(vm, task)} while another task ${toRepr(vm, current)} is being executed.`,
    )
  }
  putItem(vm, tasks, loop, newRef(task))
}

export function leaveTask(vm: VM, loop: PyObject, task: PyObject): void {
  const tasks = stateOf(vm).currentTasks!
  const current = peekItem(vm, tasks, loop)
  if (current !== task) {
    vm.raise(
      'RuntimeError',
      `Leaving task ${toRepr(vm, task)} does not match the current task ${toRepr(vm, current ?? vm.None)}.`,
    )
  }
  releaseMaybe(takeItem(vm, tasks, loop))
}

/** Makes another task, or with None no task, the running one; gives the one before. */
export function swapCurrentTask(vm: VM, loop: PyObject, task: PyObject): Own {
  const tasks = stateOf(vm).currentTasks!
  const before = takeItem(vm, tasks, loop)
  if (task !== vm.None) putItem(vm, tasks, loop, newRef(task))
  return before ?? newRef(vm.None)
}

/** `register_task`, `unregister_task`. */
export function register(vm: VM, task: PyObject, change: 'add' | 'discard'): void {
  release(callMethod(vm, stateOf(vm).scheduledTasks!, change, [task]))
}

/** The running loop of this thread; borrowed. */
export function peekRunningLoop(vm: VM): PyObject | null {
  return vm.threadState(runningLoop).loop
}
