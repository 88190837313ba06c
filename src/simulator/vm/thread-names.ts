/** Words for threads that wait: what RuntimeError says when none of them can ever go on. */
import { PyDict } from '../objects/dict.ts'
import { peekAttribute } from '../objects/instance.ts'
import { PyInt } from '../objects/int.ts'
import { PyModule } from '../objects/module.ts'
import { withName } from '../objects/protocols/attributes.ts'
import { PyStr } from '../objects/str.ts'
import type { Engine } from './interpreter.ts'
import type { ThreadState } from './thread-state.ts'

/** The name that `threading` has for a thread. */
export function nameOfThread(engine: Engine, thread: ThreadState): string {
  const module = engine.modules.getStr('threading')
  const active = module instanceof PyModule ? module.namespace.getStr('_active') : null
  let name: string | null = null
  if (active instanceof PyDict) {
    active.each((key, value) => {
      if (!(key instanceof PyInt) || Number(key.value) !== thread.ident) return
      const known = withName(engine, '_name', (each) => peekAttribute(value, each))
      if (known instanceof PyStr) name = known.value
    })
  }
  return name ?? (thread === engine.scheduler.main ? 'MainThread' : `thread ${thread.ident}`)
}

function libraryFiles(engine: Engine): ReadonlySet<string> {
  const files = new Set<string>()
  for (const module of Object.values(engine.toolchain.modules))
    if ('filename' in module) files.add(module.filename)
  return files
}

/** `Queue.get() at line 7`: what the user's code has called, and where. */
function whereItWaits(engine: Engine, thread: ThreadState): string {
  let what = thread.wait?.what ?? ''
  const library = libraryFiles(engine)
  for (let frame = engine.frameOf(thread); frame !== null; frame = frame.previous) {
    if (!library.has(frame.code.filename.value)) return `${what} at line ${frame.lineno}`
    what = `${frame.code.qualname.value}()`
  }
  return what
}

export function deadlockMessage(engine: Engine): string {
  const { threads } = engine.scheduler
  const waiting = [...threads].filter(({ wait }) => wait !== null)
  if (threads.size === 1) {
    const where = whereItWaits(engine, engine.scheduler.main)
    return `deadlock: ${where} would wait for ever, and there is no other thread to end it`
  }
  const each = waiting.map((thread) => `${nameOfThread(engine, thread)} in ${whereItWaits(engine, thread)}`)
  return `deadlock: all threads wait, and none can wake another: ${each.join(', ')}`
}
