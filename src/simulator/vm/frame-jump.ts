/**
 * Setting `f_lineno`: the frame goes on at another line, if what is on its stack is what that line expects. Which
 * kinds of values an instruction finds on the stack follows from the code alone. As `frame_lineno_set_impl` and
 * `mark_stacks` of `Objects/frameobject.c`.
 */
import { effectOf } from '../bytecode/effects.ts'
import { decodeExceptionTable, findHandler } from '../bytecode/exceptions.ts'
import { COPY, FOR_ITER, GET_ITER, PUSH_EXC_INFO, SWAP } from '../bytecode/opcode-numbers.ts'
import { opcodeOf } from '../bytecode/opcodes.ts'
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { newRef, release } from '../heap/reference.ts'
import type { Frame } from '../objects/activation.ts'
import type { PyCode } from '../objects/code.ts'
import type { PyFrame } from '../objects/frame.ts'
import { PyInt } from '../objects/int.ts'
import type { Machine } from './machine.ts'
import { lineStarts } from './traced-lines.ts'

/** `o`: any value, `n`: perhaps an empty place, `i`: the iterator of a loop, `e`: an exception, `l`: an offset. */
type Kind = 'o' | 'n' | 'i' | 'e' | 'l'

/** The kinds on the stack before each instruction; null where it cannot be reached. */
function stackKinds(code: PyCode): readonly (readonly Kind[] | null)[] {
  const { opcodes, args, units, indexOfUnit } = code.instructions
  const handlers = decodeExceptionTable(code.data.co_exceptiontable)
  const kinds: (readonly Kind[] | null)[] = new Array(opcodes.length).fill(null)
  const work: number[] = [0]
  kinds[0] = []
  const reach = (index: number, stack: readonly Kind[]): void => {
    if (index >= opcodes.length || kinds[index] !== null) return
    kinds[index] = stack
    work.push(index)
  }
  for (let i = work.pop(); i !== undefined; i = work.pop()) {
    const stack = kinds[i]!
    const opcode = opcodes[i]!
    const handler = findHandler(handlers, units[i]!)
    if (handler !== null) {
      const kept: Kind[] = [...stack.slice(0, handler.depth)]
      if (handler.lasti) kept.push('l')
      reach(indexOfUnit[handler.target]!, [...kept, 'e'])
    }
    const entry = opcodeOf[opcode]
    const isJump = entry?.operand === 'jump'
    const after = kindsAfter(opcode, isJump ? 1 : args[i]!, stack)
    if (isJump)
      reach(args[i]! + (opcode === FOR_ITER ? 2 : 0), opcode === FOR_ITER ? stack.slice(0, -1) : after)
    if (entry?.flow !== 'jump' && entry?.flow !== 'exit') reach(i + 1, after)
  }
  return kinds
}

function kindsAfter(opcode: number, oparg: number, stack: readonly Kind[]): Kind[] {
  const kept = [...stack]
  if (opcode === COPY) return [...kept, kept.at(-oparg) ?? 'o']
  if (opcode === SWAP) {
    const top = kept.length - 1
    const other = kept.length - oparg
    ;[kept[top], kept[other]] = [kept[other]!, kept[top]!]
    return kept
  }
  if (opcode === GET_ITER) return [...kept.slice(0, -1), 'i']
  if (opcode === PUSH_EXC_INFO) return [...kept, 'e']
  const effect = effectOf[opcode]
  if (effect === undefined) return kept
  const { inputs, outputs } = effect
  let stay = 0
  while (stay < inputs.length && inputs[stay]!.name === outputs[stay]?.name) stay++
  let drop = 0
  for (let i = stay; i < inputs.length; i++) drop += inputs[i]!.count(oparg)
  kept.length = Math.max(0, kept.length - drop)
  for (let i = stay; i < outputs.length; i++) {
    const kind = outputs[i]!.name.includes('null') ? 'n' : 'o'
    for (let n = outputs[i]!.count(oparg); n > 0; n--) kept.push(kind)
  }
  return kept
}

function fits(from: Kind, to: Kind): boolean {
  return to === 'o' ? from !== 'n' : to === 'n' || from === to
}

function areCompatible(from: readonly Kind[], to: readonly Kind[]): boolean {
  return to.length <= from.length && to.every((kind, i) => fits(from[i]!, kind))
}

function explain(to: readonly Kind[] | null): string {
  switch (to?.at(-1)) {
    case undefined:
      return to === null ? "can't jump to unreachable code" : 'incompatible stacks'
    case 'e':
      return "can't jump into an 'except' block as there's no exception"
    case 'l':
      return "can't jump into a re-raising block as there's no location"
    case 'i':
      return "can't jump into the body of a for loop"
    default:
      return 'incompatible stacks'
  }
}

/** The first line that begins at or after the one asked for. */
function lineAtOrAfter(code: PyCode, wanted: number): number | null {
  const starts = lineStarts(code)
  let best: number | null = null
  for (let i = 0; i < starts.length; i++) {
    const line = starts[i] === 1 ? code.lineAt(i) : null
    if (line !== null && line >= wanted && (best === null || line < best)) best = line
  }
  return best
}

/** `frame.f_lineno = value`. */
export function setLine(vm: Machine, object: PyFrame, value: PyObject): void {
  if (!(value instanceof PyInt) || value.type !== (vm.types.int as unknown))
    return vm.raise('ValueError', 'lineno must be an integer')
  const { event } = vm.tracer
  if (event === null || (event !== 'call' && object.trace === null))
    return vm.raise('ValueError', 'f_lineno can only be set in a trace function')
  const { frame } = object
  if (event === 'call') {
    const { opcodes, args } = frame.instructions
    const isNew = (args[frame.lasti]! & 3) === 0 || opcodes.length === 0
    return vm.raise(
      'ValueError',
      isNew
        ? "can't jump from the 'call' trace event of a new frame"
        : "can only jump from a 'line' trace event",
    )
  }
  if (event !== 'line') return vm.raise('ValueError', "can only jump from a 'line' trace event")
  const line = Number(value.value)
  if (line < frame.code.data.co_firstlineno)
    return vm.raise('ValueError', `line ${line} comes before the current code block`)
  const target = lineAtOrAfter(frame.code, line)
  if (target === null) return vm.raise('ValueError', `line ${line} comes after the current code block`)
  jump(vm, frame, target)
}

function jump(vm: Machine, frame: Frame, line: number): void {
  const { code } = frame
  const starts = lineStarts(code)
  const kinds = stackKinds(code)
  const current = kinds[frame.lasti] ?? []
  let best = -1
  let error: readonly Kind[] | null = null
  for (let i = 0; i < starts.length; i++) {
    if (starts[i] !== 1 || code.lineAt(i) !== line) continue
    const stack = kinds[i] ?? null
    if (stack === null || !areCompatible(current, stack)) {
      if (best < 0) error = stack
    } else if (best < 0 || stack.length > kinds[best]!.length) best = i
  }
  if (best < 0) return vm.raise('ValueError', explain(error))
  bindAll(vm, frame)
  const depth = frame.nlocalsplus + kinds[best]!.length
  for (let top = current.length - 1; frame.sp > depth; top--) {
    const value = frame.pop()
    if (value === null || value === undefined) continue
    // An exception below another one is the one that is handled once that is popped.
    if (current[top] === 'e') handle(vm, value as Own)
    else release(value)
  }
  frame.pc = best
}

/** Gives None to the variables without a value: the code over there may take for granted that they have one. */
function bindAll(vm: Machine, frame: Frame): void {
  const unbound: number[] = []
  for (let i = 0; i < frame.nlocalsplus; i++) if (frame.localsplus[i] == null) unbound.push(i)
  if (unbound.length === 0) return
  const words = `assigning None to ${unbound.length} unbound local${unbound.length === 1 ? '' : 's'}`
  vm.warn('RuntimeWarning', words)
  for (const i of unbound) frame.localsplus[i] = newRef(vm.None)
}

function handle(vm: Machine, exception: Own): void {
  const old = vm.handled.exception
  if (exception === vm.None) release(exception)
  vm.handled.exception = exception === vm.None ? null : exception
  if (old !== null) release(old)
}
