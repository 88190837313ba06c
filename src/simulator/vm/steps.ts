/**
 * Steps: what the loop runs for each opcode, made once from meanings and effects.
 *
 * A step peeks the inputs, which stay on the stack while the meaning runs (so they are alive, and cleaned up if
 * it throws), empties the places of those handed over, puts the outputs in their place and then releases what
 * was borrowed, left to right as CPython does. Common shapes have steps of their own; the rest goes the general
 * way, which says the same in terms of the effect.
 */
import { type Effect, type EffectSlot, effectOf } from '../bytecode/effects.ts'
import { type OpcodeName, opcodes } from '../bytecode/opcodes.ts'
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { release } from '../heap/reference.ts'
import type { Frame } from '../objects/activation.ts'
import type { Machine } from './machine.ts'
import { meanings, transfers } from './meanings.ts'

export type Step = (vm: Machine, frame: Frame, oparg: number) => void

type AnyMeaning = (vm: Machine, frame: Frame, oparg: number, ...inputs: never[]) => unknown
type With0 = (vm: Machine, frame: Frame, oparg: number) => Held | null
type With1 = (vm: Machine, frame: Frame, oparg: number, a: PyObject) => Held
type With2 = (vm: Machine, frame: Frame, oparg: number, a: PyObject, b: PyObject) => Held
type With3 = (vm: Machine, frame: Frame, oparg: number, a: PyObject, b: PyObject, c: PyObject) => Held

/** An effect without the inputs at its deep end that stay where they are. */
interface Shape {
  readonly inputs: readonly EffectSlot[]
  readonly stay: number
  readonly outputs: readonly EffectSlot[]
}

function shapeOf({ inputs, outputs }: Effect): Shape {
  let stay = 0
  while (stay < inputs.length && inputs[stay]!.name === outputs[stay]?.name && !inputs[stay]!.handed) stay++
  return { inputs, stay, outputs: outputs.slice(stay) }
}

const step00 =
  (meaning: With0): Step =>
  (vm, frame, oparg) =>
    void meaning(vm, frame, oparg)

const step01 =
  (meaning: With0): Step =>
  (vm, frame, oparg) => {
    const result = meaning(vm, frame, oparg)
    frame.localsplus[frame.sp++] = result
  }

const step10 =
  (meaning: With1): Step =>
  (vm, frame, oparg) => {
    const at = frame.sp - 1
    const a = frame.localsplus[at] as Held
    meaning(vm, frame, oparg, a)
    frame.localsplus[at] = null
    frame.sp = at
    release(a)
  }

/** One input, handed over; it may be an empty place. */
const stepHanded0 =
  (meaning: With1): Step =>
  (vm, frame, oparg) => {
    const at = --frame.sp
    const a = frame.localsplus[at] as Held
    frame.localsplus[at] = null
    meaning(vm, frame, oparg, a)
  }

const step11 =
  (meaning: With1): Step =>
  (vm, frame, oparg) => {
    const at = frame.sp - 1
    const a = frame.localsplus[at] as Held
    frame.localsplus[at] = meaning(vm, frame, oparg, a)
    release(a)
  }

const step20 =
  (meaning: With2): Step =>
  (vm, frame, oparg) => {
    const { localsplus } = frame
    const at = frame.sp - 2
    const a = localsplus[at] as Held
    const b = localsplus[at + 1] as Held
    meaning(vm, frame, oparg, a, b)
    localsplus[at] = null
    localsplus[at + 1] = null
    frame.sp = at
    release(a)
    release(b)
  }

const step21 =
  (meaning: With2): Step =>
  (vm, frame, oparg) => {
    const { localsplus } = frame
    const at = frame.sp - 2
    const a = localsplus[at] as Held
    const b = localsplus[at + 1] as Held
    localsplus[at] = meaning(vm, frame, oparg, a, b)
    localsplus[at + 1] = null
    frame.sp = at + 1
    release(a)
    release(b)
  }

const step30 =
  (meaning: With3): Step =>
  (vm, frame, oparg) => {
    const { localsplus } = frame
    const at = frame.sp - 3
    const a = localsplus[at] as Held
    const b = localsplus[at + 1] as Held
    const c = localsplus[at + 2] as Held
    meaning(vm, frame, oparg, a, b, c)
    localsplus[at] = null
    localsplus[at + 1] = null
    localsplus[at + 2] = null
    frame.sp = at
    release(a)
    release(b)
    release(c)
  }

/** A condition that is taken off, and a jump. */
const stepBranch =
  (meaning: With1): Step =>
  (vm, frame, target) => {
    const at = frame.sp - 1
    const a = frame.localsplus[at] as Held
    if (meaning(vm, frame, target, a) as unknown as boolean) frame.pc = target
    frame.localsplus[at] = null
    frame.sp = at
    release(a)
  }

/** A run of values handed over, one result: the building of tuples and lists. */
const stepRun1 =
  (meaning: (vm: Machine, frame: Frame, oparg: number, values: Own[]) => Held): Step =>
  (vm, frame, count) => {
    const { localsplus } = frame
    const at = frame.sp - count
    const values: Own[] = new Array(count)
    for (let i = 0; i < count; i++) {
      values[i] = localsplus[at + i] as Own
      localsplus[at + i] = null
    }
    frame.sp = at
    const result = meaning(vm, frame, count, values)
    localsplus[at] = result
    frame.sp = at + 1
  }

function general(meaning: AnyMeaning, { inputs, stay, outputs }: Shape): Step {
  const movedNames = new Set(
    outputs
      .map((slot) => slot.name)
      .filter((name) => inputs.some((slot) => !slot.handed && slot.name === name)),
  )
  return (vm, frame, oparg) => {
    const { localsplus } = frame
    let depth = 0
    for (const slot of inputs) depth += slot.count(oparg)
    let at = frame.sp - depth
    let base = at
    const given: unknown[] = []
    const borrowed: Held[] = []
    const moved = new Map<string, Held>()
    inputs.forEach((slot, index) => {
      const count = slot.count(oparg)
      if (index < stay) base += count
      const values = localsplus.slice(at, at + count) as Held[]
      if (slot.name !== 'unused') given.push(slot.run ? values : (values[0] ?? null))
      if (slot.handed) localsplus.fill(null, at, at + count)
      else if (index >= stay) {
        // A value that is an output too only moves.
        if (movedNames.has(slot.name)) moved.set(slot.name, values[0]!)
        else borrowed.push(...values)
      }
      at += count
    })
    const result = (meaning as (...args: unknown[]) => unknown)(vm, frame, oparg, ...given)
    localsplus.fill(null, base, frame.sp)
    const made = Array.isArray(result) ? (result as (Held | null)[]) : [result as Held | null]
    let next = 0
    let sp = base
    for (const slot of outputs) {
      const count = slot.count(oparg)
      for (let i = 0; i < count; i++) {
        localsplus[sp++] = slot.name === 'null' ? null : (moved.get(slot.name) ?? made[next++]!)
      }
    }
    frame.sp = sp
    for (const value of borrowed) if (value !== null) release(value)
  }
}

/** Opcodes whose steps empty the places of their inputs themselves, so that the unwinder finds none to release. */
const handsOver = new Set<OpcodeName>()

function makeStep(name: OpcodeName, meaning: AnyMeaning): Step {
  const { code, flow } = opcodes[name]
  const shape = shapeOf(effectOf[code]!)
  const { inputs, stay, outputs } = shape
  const single = inputs.every((slot) => slot.single) && outputs.every((slot) => slot.single) && stay === 0
  const any = meaning as never
  const handed = inputs.some((slot) => slot.handed)
  if (flow === 'branch' && single && inputs.length === 1) return stepBranch(any)
  if (single && !handed && outputs.every((slot) => slot.name !== 'null')) {
    switch (inputs.length * 10 + outputs.length) {
      case 0:
        return step00(any)
      case 1:
        return step01(any)
      case 10:
        return step10(any)
      case 11:
        return step11(any)
      case 20:
        return step20(any)
      case 21:
        return step21(any)
      case 30:
        return step30(any)
    }
  }
  if (single && inputs.length === 1 && inputs[0]!.handed && outputs.length === 0) {
    handsOver.add(name)
    return stepHanded0(any)
  }
  if (
    inputs.length === 1 &&
    inputs[0]!.run &&
    inputs[0]!.handed &&
    outputs.length === 1 &&
    outputs[0]!.single
  ) {
    handsOver.add(name)
    return stepRun1(any)
  }
  return general(meaning, shape)
}

/** The step of each opcode, by number. */
export const steps: readonly Step[] = (() => {
  const all: Step[] = new Array(256).fill((vm: Machine) => vm.raise('SystemError', 'unknown opcode'))
  for (const [name, meaning] of Object.entries(meanings) as [OpcodeName, AnyMeaning][]) {
    all[opcodes[name].code] = makeStep(name, meaning)
  }
  for (const [name, transfer] of Object.entries(transfers) as [OpcodeName, Step][])
    all[opcodes[name].code] = transfer
  // LOAD_GLOBAL's second output depends on the argument.
  const loadGlobal = meanings.LOAD_GLOBAL
  all[opcodes.LOAD_GLOBAL.code] = (vm, frame, oparg) => {
    frame.localsplus[frame.sp++] = loadGlobal(vm, frame, oparg)
    if ((oparg & 1) !== 0) frame.localsplus[frame.sp++] = null
  }
  return all
})()

/** After a failed instruction: releases the inputs that its meaning had borrowed, left to right. */
export function releaseInputs(frame: Frame, opcode: number, oparg: number): void {
  if (isSelfManaged[opcode] === 1) return
  const effect = effectOf[opcode]
  if (effect === undefined) return
  const { inputs, stay } = shapeOf(effect)
  let depth = 0
  for (let i = stay; i < inputs.length; i++) depth += inputs[i]!.count(oparg)
  const { localsplus } = frame
  const base = frame.sp - depth
  for (let at = base; at < base + depth; at++) {
    const value = localsplus[at]
    localsplus[at] = null
    if (value != null) release(value)
  }
  frame.sp = base
}

const isSelfManaged: Uint8Array = (() => {
  const flags = new Uint8Array(256)
  for (const name of Object.keys(transfers) as OpcodeName[]) flags[opcodes[name].code] = 1
  // These leave their inputs in place until they have succeeded.
  for (const name of ['BINARY_SUBSCR', 'LOAD_ATTR', 'LOAD_SUPER_ATTR'] as const) flags[opcodes[name].code] = 0
  for (const name of handsOver) flags[opcodes[name].code] = 1
  return flags
})()
