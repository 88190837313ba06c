// The worker's entry: gives a Session the worker's messages, clock and timers.

import { Interpreter } from '../simulator/index.ts'
import type { FromKernel, ToKernel } from './protocol.ts'
import { Session } from './session.ts'

const scope = globalThis as unknown as DedicatedWorkerGlobalScope

// setTimeout makes each turn last 4 ms once a few have followed one another; a channel does not.
const turns = new MessageChannel()
const waiting = new Map<number, () => void>()
let lastTurn = 0
turns.port1.onmessage = (event: MessageEvent<number>) => {
  const callback = waiting.get(event.data)
  waiting.delete(event.data)
  callback?.()
}

function later(callback: () => void, milliseconds: number): () => void {
  if (milliseconds > 0) {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  }
  const turn = ++lastTurn
  waiting.set(turn, callback)
  turns.port2.postMessage(turn)
  return () => waiting.delete(turn)
}

// What a program may have before it gets a MemoryError. An object takes some hundred bytes of the browser's memory,
// whatever its size in CPython is; a tab dies somewhere above 2 GB.
const limits = { heapBytes: 256 * 2 ** 20, heapObjects: 3_000_000 } as const

const session = new Session({
  newInterpreter: (host) => new Interpreter(host, { limits }),
  send: (message: FromKernel) => scope.postMessage(message),
  later,
  now: () => Date.now() / 1000,
  monotonic: () => BigInt(Math.round(performance.now() * 1e6)),
  entropy: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
})

let asked = false
scope.addEventListener('message', (event: MessageEvent<ToKernel>) => {
  asked = true
  session.handle(event.data)
})

/**
 * Runs what most programs of the book begin with while nobody waits: the library's code is then compiled, and
 * JavaScript knows the simulator's.
 */
function warmUp(): void {
  const host = { write() {}, readLine: () => '', now: () => 0, monotonic: () => 0n, entropy: () => 0 }
  const interpreter = new Interpreter(host)
  interpreter.startProgram('import gc, sys, weakref', 'warm-up')
  const slice = () => {
    if (!asked && interpreter.resume(2_000).state === 'running') later(slice, 0)
    else interpreter.close()
  }
  slice()
}

later(() => {
  if (!asked) warmUp()
}, 0)
