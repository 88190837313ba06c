// The session's handling of runs: slices, input, interrupts, checks, floods. The interpreter here is a script of
// what each slice does, so that every turn a run can take is taken on purpose; real programs run in the lessons test.

import { expect, test } from 'vitest'
import type { FromKernel, RunError, RunId, StartRequest } from '../../../src/kernel/protocol.ts'
import {
  type InterpreterHost,
  type KernelInterpreter,
  outputLimits,
  Session,
  type SliceState,
} from '../../../src/kernel/session.ts'

type Slice = (interpreter: Scripted) => SliceState | undefined

const interrupted: RunError = {
  type: 'KeyboardInterrupt',
  message: '',
  lineno: null,
  offset: null,
  end_lineno: null,
  end_offset: null,
}
const finished: SliceState = { state: 'finished', exitCode: 0, error: null }

/** An interpreter that does what it is told, a slice a time, and then ends; an interrupt ends it, if it listens. */
class Scripted implements KernelInterpreter {
  readonly calls: string[] = []
  interrupts = 0
  #slices: Slice[] = []

  readonly host: InterpreterHost
  readonly #script: () => Slice[]
  readonly #deaf: boolean

  constructor(host: InterpreterHost, script: () => Slice[], deaf: boolean) {
    this.host = host
    this.#script = script
    this.#deaf = deaf
  }

  startProgram(source: string, filename: string) {
    this.calls.push(`program ${filename}: ${source}`)
    this.#slices = this.#script()
  }
  startCell(source: string, filename: string) {
    this.calls.push(`cell ${filename}: ${source}`)
    this.#slices = this.#script()
  }
  resume(): SliceState {
    if (this.interrupts > 0 && !this.#deaf) return { state: 'finished', exitCode: 130, error: interrupted }
    return this.#slices.shift()?.(this) ?? (this.#slices.length > 0 ? { state: 'running' } : finished)
  }
  interrupt() {
    this.interrupts++
  }
  runChecks(source: string, output: string) {
    this.host.write('stdout', 'noise of a check')
    return [{ name: source, title: output, passed: true, message: '' }]
  }
  finalize() {
    this.calls.push('finalize')
    this.host.write('stdout', 'bye\n')
    return 0
  }
  close() {
    this.calls.push('close')
  }
}

/** A kernel by hand: turns are taken one at a time, time passes when told. */
class Bench {
  readonly interpreters: Scripted[] = []
  readonly messages: FromKernel[] = []
  milliseconds = 0
  readonly session: Session
  #turns: { due: number; callback: () => void }[] = []

  constructor(script: () => Slice[], deaf = false) {
    this.session = new Session({
      newInterpreter: (host) => {
        const interpreter = new Scripted(host, script, deaf)
        this.interpreters.push(interpreter)
        return interpreter
      },
      send: (message) => this.messages.push(message),
      later: (callback, delay) => {
        const turn = { due: this.milliseconds + delay, callback }
        this.#turns.push(turn)
        return () => {
          this.#turns = this.#turns.filter((other) => other !== turn)
        }
      },
      now: () => 0,
      monotonic: () => BigInt(this.milliseconds) * 1_000_000n,
      entropy: () => 0,
    })
  }

  start(change: Partial<StartRequest> = {}): this {
    const request: StartRequest = {
      run: 1 as RunId,
      mode: 'program',
      restart: false,
      source: 'source',
      filename: 'a.py',
      input: [],
      checks: null,
      ...change,
    }
    this.session.handle({ type: 'start', request })
    return this
  }

  /** Takes turns until none is left or so many were taken; a timer's time passes at once. */
  turn(most = 1000): this {
    for (let taken = 0; taken < most; taken++) {
      const turn = this.#turns.sort((a, b) => a.due - b.due).shift()
      if (turn === undefined) break
      this.milliseconds = Math.max(this.milliseconds, turn.due)
      turn.callback()
    }
    return this
  }

  get output(): string {
    return this.messages
      .flatMap((message) => (message.type === 'output' ? message.chunks : []))
      .map((chunk) => chunk.text)
      .join('')
  }

  get outcome() {
    const last = this.messages.at(-1)
    return last?.type === 'finished' ? last.outcome : null
  }
}

const print =
  (text: string): Slice =>
  ({ host }) => {
    host.write('stdout', text)
    return undefined
  }
const ask: Slice = ({ host }) => (host.readLine() === null ? { state: 'waiting-input' } : undefined)

test('a program: slices, exit, close', () => {
  const bench = new Bench(() => [print('a\n'), print('b\n')]).start().turn()
  expect(bench.output).toBe('a\nb\nbye\n')
  expect(bench.outcome).toEqual({ type: 'exited', exitCode: 0, error: null })
  expect(bench.interpreters[0]?.calls).toEqual(['program a.py: source', 'finalize', 'close'])
})

test('between two slices there is a turn, and output goes out', () => {
  const bench = new Bench(() => [print('a\n'), print('b\n')]).start().turn(1)
  expect(bench.output).toBe('a\n')
  expect(bench.outcome).toBeNull()
})

test('each program has its own interpreter, session cells share one until a restart', () => {
  const bench = new Bench(() => [])
  for (const change of [{}, {}, { mode: 'session' as const }, { mode: 'session' as const }])
    bench.start(change).turn()
  expect(bench.interpreters.length).toBe(3)
  bench.start({ mode: 'session', restart: true }).turn()
  expect(bench.interpreters.length).toBe(4)
  expect(bench.interpreters[2]?.calls.at(-1)).toBe('close')
})

test('input: the run waits, says so, and goes on with the line', () => {
  const bench = new Bench(() => [ask, print('done\n')]).start().turn()
  expect(bench.messages.at(-1)).toMatchObject({ type: 'activity', activity: 'waiting-input' })
  bench.session.handle({ type: 'input', run: 1 as RunId, line: 'Ada\n' })
  bench.turn()
  expect(bench.outcome).toMatchObject({ type: 'exited' })
})

test('input that is known beforehand is not waited for', () => {
  const bench = new Bench(() => [ask]).start({ input: ['Ada\n'] }).turn()
  expect(bench.messages.some((message) => message.type === 'activity')).toBe(false)
})

test('sleep ends when its time has come', () => {
  const until = 5_000_000_000n
  const sleep: Slice = ({ host }) => (host.monotonic() < until ? { state: 'sleeping', until } : undefined)
  const bench = new Bench(() => [sleep, sleep, print('awake\n')]).start().turn()
  expect(bench.milliseconds).toBe(5000)
  expect(bench.output).toContain('awake')
})

test.each<[string, Slice]>([
  ['computing', () => ({ state: 'running' })],
  ['sleeping', () => ({ state: 'sleeping', until: 10n ** 15n })],
  ['waiting for input', () => ({ state: 'waiting-input' })],
])('an interrupt is heard while %s', (_, slice) => {
  const bench = new Bench(() => Array.from({ length: 100 }, () => slice)).start({ mode: 'session' }).turn(1)
  bench.session.handle({ type: 'interrupt', run: 1 as RunId })
  bench.turn(1)
  expect(bench.outcome).toMatchObject({ type: 'exited', error: { type: 'KeyboardInterrupt' } })
  expect(bench.milliseconds).toBeLessThan(10)
})

test('checks look at a second run before its exit, see its output, and print nothing', () => {
  const bench = new Bench(() => [print('a\n')]).start({ checks: 'checks' }).turn()
  const kinds = bench.messages.map((message) => message.type)
  expect(kinds).toEqual(['output', 'output', 'checked', 'finished'])
  expect(bench.messages[2]).toMatchObject({ results: [{ name: 'checks', title: 'a\n' }] })
  expect(bench.output).toBe('a\nbye\n')
  const calls = bench.interpreters.map((interpreter) => interpreter.calls)
  expect(calls).toEqual(Array(2).fill(['program a.py: source', 'finalize', 'close']))
})

test('the run for the checks reads the same lines and does not sleep again', () => {
  const second = 1_000_000_000n
  let wake = 0n
  const fallAsleep: Slice = ({ host }) => {
    wake = host.monotonic() + 5n * second
    return { state: 'sleeping', until: wake }
  }
  const sleep: Slice = ({ host }) =>
    host.monotonic() < wake ? { state: 'sleeping', until: wake } : undefined
  let line: string | null = null
  const begin: Slice = () => {
    line = null
    return undefined
  }
  const echo: Slice = ({ host }) => {
    if (line !== null) return undefined
    line = host.readLine()
    if (line === null) return { state: 'waiting-input' }
    host.write('stdout', line)
    return undefined
  }
  const bench = new Bench(() => [begin, fallAsleep, sleep, echo, echo]).start({ checks: 'checks' })
  bench.turn()
  bench.session.handle({ type: 'input', run: 1 as RunId, line: 'Ada\n' })
  bench.turn()
  expect(bench.milliseconds).toBe(5000)
  const waits = bench.messages.filter((message) => message.type === 'activity')
  expect(waits).toMatchObject([{ activity: 'waiting-input' }, { activity: 'computing' }])
  expect(bench.messages.at(-2)).toMatchObject({ type: 'checked', results: [{ title: 'Ada\n' }] })
})

test('an interrupt during the run for the checks leaves them open', () => {
  const forever: Slice = () => ({ state: 'running' })
  let runs = 0
  const bench = new Bench(() => (runs++ === 0 ? [] : Array.from({ length: 100 }, () => forever)))
  bench.start({ checks: 'checks' }).turn(5)
  expect(bench.outcome).toBeNull()
  bench.session.handle({ type: 'interrupt', run: 1 as RunId })
  bench.turn()
  expect(bench.messages.some((message) => message.type === 'checked')).toBe(false)
  expect(bench.outcome).toMatchObject({ type: 'exited', error: { type: 'KeyboardInterrupt' } })
})

test('a program that an exception ended is not checked', () => {
  const fail: Slice = () => ({
    state: 'finished',
    exitCode: 1,
    error: { ...interrupted, type: 'ValueError' },
  })
  const bench = new Bench(() => [fail]).start({ checks: 'checks' }).turn()
  expect(bench.messages.some((message) => message.type === 'checked')).toBe(false)
  expect(bench.outcome).toMatchObject({ exitCode: 1, error: { type: 'ValueError' } })
})

const forever = (text: string) => () => Array.from({ length: 10_000 }, () => print(text))

test.each<[string, string, string]>([
  ['lines', 'x\n'.repeat(100), '20,000 lines'],
  ['characters', 'x'.repeat(3000), '1,000,000 characters'],
])('endless output ends at its limit: %s', (_, text, limit) => {
  const bench = new Bench(forever(text)).start({ mode: 'session' }).turn()
  expect(bench.outcome).toEqual({ type: 'flooded', limit, sessionLost: false })
  expect(bench.output.length).toBeLessThanOrEqual(outputLimits.characters)
  expect(bench.output.split('\n').length - 1).toBeLessThanOrEqual(outputLimits.lines)
})

test('one print beyond the limit is cut', () => {
  const bench = new Bench(() => [print('x'.repeat(5_000_000))]).start().turn()
  expect(bench.output.length).toBe(outputLimits.characters)
})

test('endless output that no interrupt reaches costs the session', () => {
  const slice: Slice = (interpreter) => {
    for (;;) {
      bench.milliseconds += 1
      interpreter.host.write('stdout', 'x'.repeat(100_000))
    }
  }
  const bench: Bench = new Bench(() => [slice], true)
  bench.start({ mode: 'session' }).turn()
  expect(bench.outcome).toMatchObject({ type: 'flooded', sessionLost: true })
  bench.start({ mode: 'session', run: 2 as RunId })
  expect(bench.interpreters.length).toBe(2)
})

test('a failure of the simulator is told, and the next run has a new interpreter', () => {
  let broken = true
  const bench = new Bench(() => [
    () => {
      if (broken) throw new RangeError('too deep')
      return undefined
    },
  ])
  bench.start({ mode: 'session' }).turn()
  expect(bench.outcome).toEqual({ type: 'crashed', message: 'RangeError: too deep', sessionLost: true })
  broken = false
  bench.start({ mode: 'session' }).turn()
  expect(bench.outcome).toMatchObject({ type: 'exited' })
  expect(bench.interpreters.length).toBe(2)
})

test('messages for a run that is over mean nothing', () => {
  const bench = new Bench(() => []).start().turn()
  const before = bench.messages.length
  bench.session.handle({ type: 'interrupt', run: 1 as RunId })
  bench.session.handle({ type: 'input', run: 1 as RunId, line: 'x\n' })
  bench.turn()
  expect(bench.messages.length).toBe(before)
})
