/** `_asyncio`: futures, tasks, and who is running; the loop itself is in Python. As `Modules/_asynciomodule.c`. */
import { newRef, release } from '../heap/reference.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { peekItem } from '../objects/dict.ts'
import { addItem, discardItem } from '../objects/set.ts'
import type { Engine } from '../vm/interpreter.ts'
import { futureSpec } from './asyncio/future-type.ts'
import {
  enterTask,
  getEventLoop,
  getRunningLoop,
  leaveTask,
  peekRunningLoop,
  register,
  setRunningLoop,
  setUpState,
  stateOf,
  swapCurrentTask,
} from './asyncio/state.ts'
import { taskSpec } from './asyncio/task-type.ts'

export const asyncioNative = defineModule('_asyncio', 'Futures and tasks.', {
  functions: [
    fn('current_task(loop=None) -> object', 'The task that runs in a loop.', (vm, loop) => {
      const given = loop === vm.None ? getRunningLoop(vm) : newRef(loop)
      try {
        return newRef(peekItem(vm, stateOf(vm).currentTasks!, given) ?? vm.None)
      } finally {
        release(given)
      }
    }),
    fn(
      '_time() -> float',
      'The clock of event loops.',
      (vm) => Number((vm as Engine).scheduler.clock.pace) / 1e9,
    ),
    fn('get_event_loop() -> object', 'The running loop, or the one that was set.', getEventLoop),
    fn('get_running_loop() -> object', 'The running loop.', getRunningLoop),
    fn('_get_running_loop() -> object', 'The running loop, or None.', (vm) =>
      newRef(peekRunningLoop(vm) ?? vm.None),
    ),
    fn('_set_running_loop(loop, /)', 'Sets the running loop.', setRunningLoop),
    fn('_register_task(task)', 'Counts a task among all tasks.', (vm, task) => register(vm, task, 'add')),
    fn('_unregister_task(task)', 'The opposite.', (vm, task) => register(vm, task, 'discard')),
    fn('_register_eager_task(task)', 'Counts a task that has not been scheduled.', (vm, task) => {
      addItem(vm, stateOf(vm).eagerTasks!, task)
    }),
    fn('_unregister_eager_task(task)', 'The opposite.', (vm, task) => {
      discardItem(vm, stateOf(vm).eagerTasks!, task)
    }),
    fn('_enter_task(loop, task)', 'Makes a task the running one of a loop.', enterTask),
    fn('_leave_task(loop, task)', 'The opposite.', leaveTask),
    fn(
      '_swap_current_task(loop, task) -> object',
      'Makes a task the running one, and gives the one before.',
      swapCurrentTask,
    ),
  ],
  attributes: {
    Future: (vm) => newRef(vm.typeFor(futureSpec)),
    Task: (vm) => newRef(vm.typeFor(taskSpec, vm.typeFor(futureSpec))),
  },
  setUp: (vm, module) => {
    const state = setUpState(vm)
    module.namespace.putStr(vm, '_current_tasks', newRef(state.currentTasks!))
    module.namespace.putStr(vm, '_scheduled_tasks', newRef(state.scheduledTasks!))
    module.namespace.putStr(vm, '_eager_tasks', newRef(state.eagerTasks!))
  },
})
