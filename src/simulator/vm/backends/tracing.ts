/**
 * The loop for runs that someone follows, by a trace or profile function or as the machine's watcher: as `loop.ts`,
 * with events before, at and after instructions. It takes every instruction's step from the table; what `loop.ts`
 * says again for the sake of speed means the same there. As the instrumented instructions of `Python/bytecodes.c`, and `Python/instrumentation.c`.
 */
import {
  CALL,
  CALL_FUNCTION_EX,
  CALL_KW,
  END_SEND,
  JUMP_BACKWARD,
  RESUME,
  RETURN_CONST,
  RETURN_VALUE,
  YIELD_VALUE,
} from '../../bytecode/opcode-numbers.ts'
import type { PyObject } from '../../heap/object.ts'
import { type Own, release } from '../../heap/reference.ts'
import type { Frame } from '../../objects/activation.ts'
import { PyMethod } from '../../objects/method.ts'
import { Raise } from '../../objects/raise.ts'
import { PyTuple } from '../../objects/tuple.ts'
import { LEFT, type Machine, PAUSED, RECHOOSE } from '../machine.ts'
import { steps } from '../steps.ts'
import { lineStarts } from '../traced-lines.ts'
import { isListening, newBuiltinCallee, tellBoth, tellBuiltin, tellStopped, tellTrace } from '../tracing.ts'
import { recover, unwind } from '../unwind.ts'

/** As `run` of `loop.ts`. */
export function runTracing(vm: Machine, raised: Raise | null): boolean | null {
  let frame = vm.frame!
  if (raised !== null) frame = enterByException(vm, frame, raised)
  for (;;) {
    try {
      let { opcodes, args } = frame.instructions
      for (;;) {
        const at = frame.pc
        const opcode = opcodes[at]!
        if (isListening(vm) && tellBefore(vm, frame, at, opcode)) continue
        vm.watcher?.before(frame, at)
        frame.lasti = at
        frame.pc = at + 1
        if (opcode === CALL || opcode === CALL_KW || opcode === CALL_FUNCTION_EX)
          callWithEvents(vm, frame, opcode, args[at]!)
        else steps[opcode]!(vm, frame, args[at]!)
        if (vm.signal !== 0) {
          const { signal } = vm
          vm.signal = 0
          if ((signal & LEFT) !== 0) return true
          if ((signal & PAUSED) !== 0) return false
          if ((signal & RECHOOSE) !== 0) return null
          frame = vm.frame!
          ;({ opcodes, args } = frame.instructions)
        }
      }
    } catch (thrown) {
      recover(vm, frame, thrown)
      frame = vm.frame!
    }
  }
}

/** A generator goes on by an exception that is thrown into it. */
function enterByException(vm: Machine, frame: Frame, raised: Raise): Frame {
  let arising = raised
  try {
    if (isListening(vm)) tellBoth(vm, frame, 'call', vm.None)
  } catch (thrown) {
    if (!(thrown instanceof Raise)) throw thrown
    release(raised.exception)
    arising = thrown
  }
  unwind(vm, frame, arising, null)
  return vm.frame!
}

/** The events of an instruction before it is executed. True when the frame goes on somewhere else instead. */
function tellBefore(vm: Machine, frame: Frame, at: number, opcode: number): boolean {
  const before = frame.lasti
  const { code } = frame
  if (at < code.instructions.firstTraceable) return false
  if (opcode !== RESUME && lineStarts(code)[at] === 1 && tellLine(vm, frame, at, before)) return true
  if (vm.tracer.opcodes && frame.frameObject?.traceOpcodes === true) {
    atInstruction(frame, at)
    tellTrace(vm, frame, 'opcode', vm.None)
  }
  switch (opcode) {
    case RESUME:
      atInstruction(frame, at)
      tellBoth(vm, frame, 'call', vm.None)
      break
    case RETURN_VALUE:
    case YIELD_VALUE:
      atInstruction(frame, at)
      tellBoth(vm, frame, 'return', frame.localsplus[frame.sp - 1]!)
      break
    case RETURN_CONST:
      atInstruction(frame, at)
      tellBoth(vm, frame, 'return', code.consts.items[code.instructions.args[at]!]!)
      break
    case END_SEND:
      atInstruction(frame, at)
      tellStopped(vm, frame, frame.localsplus[frame.sp - 2]!, frame.localsplus[frame.sp - 1]!)
      break
    case JUMP_BACKWARD: {
      const line = code.lineAt(at)
      if (line !== code.lineAt(code.instructions.args[at]!)) break
      atInstruction(frame, at)
      return tellLineAt(vm, frame, at)
    }
  }
  return false
}

/** Errors of a listener arise at the instruction. */
function atInstruction(frame: Frame, at: number): void {
  frame.lasti = at
  frame.pc = at + 1
}

function tellLine(vm: Machine, frame: Frame, at: number, before: number): boolean {
  const { code } = frame
  const line = code.lineAt(at)
  const sameLine = before >= 0 && code.lineAt(before) === line
  if (sameLine && code.instructions.opcodes[before] !== RESUME) {
    frame.pc = at
    return false
  }
  atInstruction(frame, at)
  return tellLineAt(vm, frame, at)
}

/** True when the listener has set `f_lineno`. */
function tellLineAt(vm: Machine, frame: Frame, at: number): boolean {
  if (frame.frameObject === null || !frame.frameObject.traceLines) {
    frame.pc = at
    return false
  }
  frame.pc = at + 1
  tellTrace(vm, frame, 'line', vm.None)
  if (frame.pc === at + 1) {
    frame.pc = at
    return false
  }
  frame.lasti = frame.pc
  return true
}

/** A call; the profile function hears of it where it is one of something built in. */
function callWithEvents(vm: Machine, frame: Frame, opcode: number, oparg: number): void {
  const step = steps[opcode]!
  if (vm.tracer.profile === null || !isListening(vm)) return step(vm, frame, oparg)
  const callee = calleeOf(vm, frame, opcode, oparg)
  if (callee === null) return step(vm, frame, oparg)
  try {
    tellBuiltin(vm, frame, 'c_call', callee)
    try {
      step(vm, frame, oparg)
    } catch (thrown) {
      if (thrown instanceof Raise) tellBuiltin(vm, frame, 'c_exception', callee)
      throw thrown
    }
    tellBuiltin(vm, frame, 'c_return', callee)
  } finally {
    release(callee)
  }
}

function calleeOf(vm: Machine, frame: Frame, opcode: number, oparg: number): Own | null {
  const { localsplus, sp } = frame
  let base = sp - oparg - 2
  if (opcode === CALL_KW) base--
  if (opcode === CALL_FUNCTION_EX) base = sp - 3 - (oparg & 1)
  let callable = localsplus[base] as PyObject
  let self: PyObject | null = localsplus[base + 1] ?? localsplus[base + 2] ?? null
  if (opcode === CALL_FUNCTION_EX) {
    const args = localsplus[base + 2]
    self = args instanceof PyTuple ? (args.items[0] ?? null) : null
  }
  if (callable instanceof PyMethod) {
    self = callable.self
    callable = callable.func
  }
  return newBuiltinCallee(vm, callable, self === undefined ? null : self)
}
