/**
 * `ThreadState`: a thread of the program. The machine runs one at a time; what belongs to the others is kept here:
 * their frames, the exceptions they handle, trace functions, and what modules keep for each thread. The running
 * thread's frame, handled exceptions and depth are the machine's own fields. As `PyThreadState`.
 */
import type { PyObject, Visit } from '../heap/object.ts'
import { type Held, type Own, release, releaseMaybe } from '../heap/reference.ts'
import { type Frame, HandledState } from '../objects/activation.ts'
import type { KwNames } from '../objects/declare/slots.ts'
import { newDict, type PyDict } from '../objects/dict.ts'
import { newList, type PyList } from '../objects/list.ts'
import type { ModuleState, VM } from '../objects/vm.ts'
import { ModuleStates } from './module-states.ts'
import { Tracer } from './tracing.ts'

/** Threads that wait for one thing, longest first. */
export type WaitQueue = ThreadState[]

/** What a thread waits for. */
export interface Wait {
  /** The call that waits, in words: `lock.acquire()`. */
  readonly what: string
  readonly queue: WaitQueue | null
  /** When it has waited enough, by the scheduler's clock. */
  readonly deadline: number | null
  /** For a line of input. */
  readonly isForInput: boolean
  /** 'failed': nothing could ever end it. */
  state: 'waiting' | 'woken' | 'expired' | 'failed' | 'interrupted'
  message: string
}

/** The call that a thread consists of. */
export interface Boot {
  readonly func: Held
  /** Keyword values last. */
  readonly args: readonly Held[]
  readonly kwnames: KwNames
  /** What holds function and arguments while the thread runs. */
  readonly held: readonly Held[]
}

export class ThreadState {
  readonly ident: number
  readonly isDaemon: boolean
  boot: Boot | null
  /** Its call has been made. */
  hasBegun = false
  hasEnded = false

  // While it does not run: its innermost frame, what it handles, the depth of its recursion.
  frame: Frame | null = null
  readonly baseHandled = new HandledState()
  handled: HandledState = this.baseHandled
  depth = 0

  readonly tracer = new Tracer()
  wait: Wait | null = null
  /** It waits inside of a native call, below the loops that run now. */
  isBuried = false
  /** About how many instructions it may still execute before another thread has its turn. */
  quantum = 0
  /** Who is to be told of its end, when it holds nothing any more. */
  onEnd: () => void = () => {}
  /** Who keeps something for it, and drops it when it ends. */
  readonly dependents = new Set<{ forgetThread(thread: ThreadState): void }>()

  /** What is being shown by `repr`, and the dict of the thread with the list that holds it. */
  readonly shown = new Set<PyObject>()
  #dict: Own<PyDict> | null = null
  readonly #states = new ModuleStates()

  constructor(ident: number, isDaemon: boolean, boot: Boot | null) {
    this.ident = ident
    this.isDaemon = isDaemon
    this.boot = boot
  }

  /** What a module keeps for this thread; made when it is first asked for. */
  stateOf<T>(key: ModuleState<T>): T {
    return this.#states.of(key)
  }

  /** The list of what is being shown: it and its dict are made when first needed. */
  shownList(vm: VM): PyList {
    if (this.#dict === null) {
      this.#dict = newDict(vm)
      this.#dict.putStr(vm, 'Py_Repr', newList(vm, []))
    }
    return this.#dict.getStr('Py_Repr') as PyList
  }

  peekShownList(): PyObject | null {
    return this.#dict?.getStr('Py_Repr') ?? null
  }

  /** What it holds besides its frames. */
  visitOwn(visit: Visit): void {
    for (const held of this.boot?.held ?? []) visit(held, 'thread')
    if (this.baseHandled.exception !== null) visit(this.baseHandled.exception, 'handled')
    if (this.#dict !== null) visit(this.#dict, 'thread')
    this.#states.visitRoots(visit)
    this.tracer.visitRoots(visit)
  }

  dropBoot(): void {
    const { boot } = this
    this.boot = null
    for (const held of boot?.held ?? []) release(held)
  }

  /** Lets everything go but the frames (`PyThreadState_Clear`). */
  dropOwn(): void {
    this.dropBoot()
    for (const dependent of [...this.dependents]) dependent.forgetThread(this)
    const dict = this.#dict
    this.#dict = null
    releaseMaybe(dict)
    const { exception } = this.baseHandled
    this.baseHandled.exception = null
    releaseMaybe(exception)
    this.tracer.set('trace', null)
    this.tracer.set('profile', null)
    this.#states.clear()
  }
}
