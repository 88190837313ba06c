/**
 * Where lines begin, as tracing sees it: at an instruction whose line is another than that of the instruction before
 * it in the code, and at the target of a jump or a handler. As `initialize_lines` of `Python/instrumentation.c`.
 */
import { decodeExceptionTable } from '../bytecode/exceptions.ts'
import { END_ASYNC_FOR, END_FOR, END_SEND, RESUME } from '../bytecode/opcode-numbers.ts'
import { opcodeOf } from '../bytecode/opcodes.ts'
import type { PyCode } from '../objects/code.ts'

/** Instructions that are reached, or gone round, in ways that say nothing of lines. */
const neverStart: ReadonlySet<number> = new Set([END_ASYNC_FOR, END_FOR, END_SEND, RESUME])

const known = new WeakMap<PyCode, Uint8Array>()

/** Per instruction: 1 where a line begins. */
export function lineStarts(code: PyCode): Uint8Array {
  let starts = known.get(code)
  if (starts === undefined) {
    starts = findStarts(code)
    known.set(code, starts)
  }
  return starts
}

function findStarts(code: PyCode): Uint8Array {
  const { opcodes, args, indexOfUnit, firstTraceable } = code.instructions
  const starts = new Uint8Array(opcodes.length)
  let current: number | null = null
  for (let i = firstTraceable; i < opcodes.length; i++) {
    if (neverStart.has(opcodes[i]!)) continue
    const line = code.lineAt(i)
    if (line !== current && line !== null) starts[i] = 1
    current = line
  }
  const mark = (index: number): void => {
    if (index >= firstTraceable && code.lineAt(index) !== null && opcodes[index] !== RESUME) starts[index] = 1
  }
  for (let i = firstTraceable; i < opcodes.length; i++)
    if (opcodeOf[opcodes[i]!]?.operand === 'jump') mark(args[i]!)
  for (const { target } of decodeExceptionTable(code.data.co_exceptiontable)) mark(indexOfUnit[target]!)
  return starts
}
