/** The frames of a machine and what each of them holds, with names and words for people. */

import { opnames } from '../bytecode/opcodes.ts'
import type { PyObject } from '../heap/object.ts'
import type { Frame } from '../objects/activation.ts'
import { PyCell } from '../objects/cell.ts'
import { PyDict } from '../objects/dict.ts'
import { PyStr } from '../objects/str.ts'
import type { VariableData } from './data.ts'
import type { Subject } from './watch.ts'

/** A reference that a frame holds. */
export interface FrameReference {
  readonly referent: PyObject
  readonly label: string
  readonly words: string
  /** null where it is no variable: the function, the code. */
  readonly kind: VariableData['kind'] | null
}

/** The frames of one thread, outermost first. */
function chain(innermost: Frame | null): Frame[] {
  const frames: Frame[] = []
  for (let frame = innermost; frame !== null; frame = frame.previous) frames.push(frame)
  return frames.reverse()
}

/** The frames of the machine, those of each thread outermost first; the running thread comes last. */
export function framesOf({ machine }: Subject): Frame[] {
  const running = chain(machine.frame)
  const parked = machine.parkedThreads
  return parked.length === 0 ? running : [...parked.flatMap(({ frame }) => chain(frame)), ...running]
}

/** `__main__`, or the function's qualified name, in threads but the main one after the thread's. */
export function frameName(subject: Subject, frame: Frame): string {
  if (isModuleFrame(subject, frame)) return '__main__'
  const thread = threadNameOf(subject, frame)
  return thread === null ? frame.code.qualname.value : `${thread}: ${frame.code.qualname.value}`
}

/** The name of the thread that a frame belongs to; null for the main one. */
function threadNameOf({ machine }: Subject, frame: Frame): string | null {
  const { parkedThreads } = machine
  if (parkedThreads.length === 0) return machine.threadName
  for (const { name, frame: innermost } of parkedThreads) {
    for (let at: Frame | null = innermost; at !== null; at = at.previous) if (at === frame) return name
  }
  return machine.threadName
}

export function isModuleFrame(subject: Subject, frame: Frame): boolean {
  return frame.globals === subject.main && frame.code.name.value === '<module>'
}

/** The instruction that a frame is about to execute, or of a caller, is executing. */
export function positionOf({ isAsking }: Subject, frame: Frame, isInnermost: boolean): number {
  return isInnermost && !isAsking ? frame.pc : Math.max(frame.lasti, 0)
}

/** Everything that a frame in the machine's chain holds; a generator's frame shares this with the generator. */
export function referencesOf(subject: Subject, frame: Frame, isInnermost: boolean): FrameReference[] {
  const name = frameName(subject, frame)
  const found: FrameReference[] = []
  if (frame.owner === 'call') {
    const call = `the running call of \`${name}\``
    if (frame.frameObject !== null) found.push(held(frame.frameObject, 'frame', call))
    if (frame.locals !== null) found.push(held(frame.locals, 'f_locals', `the namespace of \`${name}\``))
    if (frame.func !== null) found.push(held(frame.func as PyObject, 'f_func', call))
    found.push(held(frame.code as PyObject, 'f_code', call))
  }
  const { localsplus, sp, nlocalsplus } = frame
  const names = frame.code.data.co_localsplusnames
  for (let i = 0; i < sp; i++) {
    const value = localsplus[i]
    if (value == null) continue
    if (i < nlocalsplus) {
      const isCell = value instanceof PyCell
      const words = isCell
        ? `the cell of variable \`${names[i]}\` in \`${name}\``
        : `local \`${names[i]}\` in \`${name}\``
      found.push({ referent: value, label: names[i]!, words, kind: isCell ? 'cell' : 'local' })
    } else {
      if (isInnermost && subject.isAsking && isInputOfCall(frame, i)) continue
      const use = stackUse(frame, i, positionOf(subject, frame, isInnermost), isInnermost)
      const words = `the value stack of \`${name}\`${use}`
      found.push({ referent: value, label: `stack[${i - nlocalsplus}]`, words, kind: 'stack' })
    }
  }
  const completion = `the call of a class by \`${frame.previous === null ? name : frameName(subject, frame.previous)}\``
  frame.completion?.traverse((referent, label) =>
    found.push(held(referent, String(label), `${completion}: ${completionWords[String(label)] ?? label}`)),
  )
  return found
}

const completionWords: Readonly<Record<string, string>> = {
  instance: 'the new instance',
  args: 'the tuple of arguments',
  class: 'the class',
  argument: 'an argument',
}

function held(referent: PyObject, label: string, words: string): FrameReference {
  return { referent, label, words, kind: null }
}

/** Whether a place of the stack is taken by the call that the frame is executing. */
function isInputOfCall({ instructions, lasti, sp }: Frame, index: number): boolean {
  const opname = opnames[instructions.opcodes[lasti]!] ?? ''
  const oparg = instructions.args[lasti]!
  const inputs = opname === 'CALL_KW' ? oparg + 3 : opname === 'CALL' ? oparg + 2 : 4
  return opname.startsWith('CALL') && index >= sp - inputs
}

/** What a value on the stack is there for, as far as the instruction tells. */
function stackUse(frame: Frame, index: number, at: number, isInnermost: boolean): string {
  const { opcodes, args } = frame.instructions
  const opname = opnames[opcodes[at]!] ?? ''
  const oparg = args[at]!
  const fromTop = frame.sp - 1 - index
  const being = isInnermost ? 'about to be' : 'being'
  if (opname === 'CALL' || opname === 'CALL_KW') {
    const depth = fromTop - (opname === 'CALL_KW' ? 1 : 0)
    if (depth >= 0 && depth < oparg) return `: an argument ${being} passed`
    if (depth === oparg) return `: the object whose method is ${being} called`
    if (depth === oparg + 1) return `: what is ${being} called`
  }
  if (opname === 'FOR_ITER' && fromTop === 0) return ': the iterator of a `for` loop'
  if (opname.startsWith('RETURN') && fromTop === 0) return ': the value to be returned'
  return ''
}

/** The names of a namespace that is a dict, as variables. */
export function variablesIn(
  dict: PyDict,
  kind: 'local' | 'global',
): { name: string; referent: PyObject; kind: 'local' | 'global' }[] {
  const found: { name: string; referent: PyObject; kind: 'local' | 'global' }[] = []
  dict.each((key, referent) => {
    if (key instanceof PyStr) found.push({ name: key.value, referent, kind })
  })
  return found
}

/** The dict in which a class body or `exec` stores its names; null for functions and modules. */
export function ownNamespace(frame: Frame): PyDict | null {
  const { locals, globals } = frame
  return locals instanceof PyDict && (locals as PyDict) !== globals ? locals : null
}
