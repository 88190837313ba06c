// What the tests of recordings share: requests, a run without a recording, and the sums of holders.

import type { RecordRequest, SnapshotData } from '../../../src/kernel/recording/protocol.ts'
import { type Host, Interpreter } from '../../../src/simulator/index.ts'

/** A request to record a program. */
export function mkRequest(source: string, more: Partial<RecordRequest> = {}): RecordRequest {
  return { mode: 'program', before: [], source, filename: 'program.py', input: [], thresholds: null, ...more }
}

/** The same world as a recording's; what is written goes to `write`. */
export function mkHost(write: (text: string) => void): Host {
  let readings = 0
  let seed = 0x2545_f491
  return {
    write: (_stream, text) => write(text),
    readLine: () => '',
    now: () => 1_760_000_000 + ++readings / 1e6,
    monotonic: () => BigInt(++readings) * 1000n,
    entropy: () => {
      seed ^= seed << 13
      seed ^= seed >>> 17
      seed ^= seed << 5
      return seed >>> 0
    },
  }
}

/** What a request prints when nobody looks. */
export function runPlain(request: RecordRequest): string {
  let output = ''
  let isHeard = false
  const python = new Interpreter(
    mkHost((text) => {
      if (isHeard) output += text
    }),
  )
  for (const { source, filename } of request.before) {
    python.startCell(source, filename)
    python.runToEnd()
  }
  isHeard = true
  if (request.mode === 'program') python.startProgram(request.source, request.filename)
  else python.startCell(request.source, request.filename)
  python.runToEnd()
  if (request.mode === 'program') python.finalize()
  return output
}

/** Objects whose holders do not add up to their count, in words. */
export function wrongSums({ instruction, objects }: SnapshotData): string[] {
  return objects.flatMap(({ name, refcnt, holders }) => {
    const sum = holders.reduce((total, { count }) => total + count, 0)
    if (refcnt === null || sum === refcnt) return []
    const words = holders.map((holder) => `${holder.words} ×${holder.count}`).join('; ')
    return [`@${instruction} ${name}: ${refcnt}, held ${sum}: ${words}`]
  })
}

/** Positions spread over a run, its exit and its end among them. */
export function positions(instructions: number, exit: number, count: number): number[] {
  const found = new Set([exit, instructions])
  for (let i = 1; i < count; i++) found.add(Math.floor((instructions * i) / count))
  return [...found].sort((a, b) => a - b)
}
