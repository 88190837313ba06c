/** What the heap asks of the machine: finalizers, callbacks of weak references, `gc.callbacks`, reports. */
import type { HeapHooks } from '../heap/heap.ts'
import type { Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { newDict } from '../objects/dict.ts'
import { newInt } from '../objects/int.ts'
import { newStr } from '../objects/str.ts'
import { PyTuple } from '../objects/tuple.ts'
import { typeOf } from '../objects/type.ts'
import type { Engine } from './interpreter.ts'
import { writeError } from './report.ts'

export function heapHooks(engine: Engine): HeapHooks {
  return {
    finalize(object) {
      if (engine.isTornDown) return
      try {
        typeOf(object).slots.__del__!(engine, object)
      } catch (thrown) {
        engine.unraisable(thrown, typeOf(object).lookup('__del__') ?? object)
      }
    },
    callback(reference, callback) {
      if (engine.isTornDown) return
      try {
        release(engine.call(callback, [reference]))
      } catch (thrown) {
        engine.unraisable(thrown, callback)
      }
    },
    gather(items, places) {
      const tuple = new PyTuple(engine.types.tuple, items, places) as Own<PyTuple>
      engine.heap.collector.track(tuple)
      return tuple
    },
    collecting(phase, generation, collected, uncollectable) {
      const callbacks = engine.collectorList('callbacks')
      if (callbacks.items.length === 0) return
      const info = newDict(engine)
      info.putStr(engine, 'generation', newInt(engine, generation))
      info.putStr(engine, 'collected', newInt(engine, collected))
      info.putStr(engine, 'uncollectable', newInt(engine, uncollectable))
      lend(info, (dict) =>
        lend(newStr(engine, phase), (name) => {
          // A callback may change the list.
          for (let i = 0; i < callbacks.items.length; i++) {
            const callback = newRef(callbacks.items[i]!)
            try {
              release(engine.call(callback, [name, dict]))
            } catch (thrown) {
              engine.unraisable(thrown, callback)
            } finally {
              release(callback)
            }
          }
        }),
      )
    },
    report(line) {
      writeError(engine, `${line}\n`)
    },
    saveGarbage(object) {
      const garbage = engine.collectorList('garbage')
      garbage.items.push(newRef(object))
      garbage.resized(garbage.items.length - 1)
    },
    outOfMemory: () => engine.raiseMemoryError(),
  }
}
