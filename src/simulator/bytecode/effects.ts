/**
 * Reads the effect strings of the instruction table: how many values an instruction takes off the stack and puts
 * on it. An effect is `(inputs -- outputs)`; a *slot* is `^name[size] if (condition)`, all but the name optional.
 */
import { opcodeOf, opnames } from './opcodes.ts'

/** How many values a slot stands for, given the instruction's argument. */
export type SlotCount = (oparg: number) => number

export interface EffectSlot {
  readonly name: string
  /** Handed over to the meaning (`^`). */
  readonly handed: boolean
  /** A run of values (`name[size]`), even if the run is of one. */
  readonly run: boolean
  /** Always exactly one value. */
  readonly single: boolean
  readonly count: SlotCount
}

export interface Effect {
  readonly inputs: readonly EffectSlot[]
  readonly outputs: readonly EffectSlot[]
}

// The sizes and conditions the table uses; a new one is added here.
const counts: Readonly<Record<string, SlotCount>> = {
  oparg: (oparg) => oparg,
  'oparg*2': (oparg) => oparg * 2,
  'oparg-1': (oparg) => oparg - 1,
  'oparg-2': (oparg) => oparg - 2,
  'oparg & 0xFF': (oparg) => oparg & 0xff,
  'oparg >> 8': (oparg) => oparg >> 8,
  'oparg & 1': (oparg) => oparg & 1,
  'oparg == 3': (oparg) => (oparg === 3 ? 1 : 0),
}

const one: SlotCount = () => 1

function parseSlot(text: string): EffectSlot {
  const match = /^(\^?)(\w+)(?:\[([^\]]+)\])?(?: if \(([^)]+)\))?$/.exec(text.trim())
  if (match === null) throw new Error(`malformed stack slot: ${text}`)
  const [, caret, name = '', size, condition] = match
  const expression = size ?? condition
  const count = expression === undefined ? one : counts[expression]
  if (count === undefined) throw new Error(`unknown size in stack slot: ${text}`)
  return { name, handed: caret === '^', run: size !== undefined, single: expression === undefined, count }
}

/** Reads one effect string. */
export function parseEffect(text: string): Effect {
  const match = /^\((.*?)--(.*)\)$/.exec(text)
  if (match === null) throw new Error(`malformed stack effect: ${text}`)
  const [inputs, outputs] = [match[1] ?? '', match[2] ?? ''].map((side) =>
    side.trim() === '' ? [] : side.split(',').map(parseSlot),
  )
  return { inputs: inputs ?? [], outputs: outputs ?? [] }
}

/** The effect of each instruction, by number. */
export const effectOf: readonly (Effect | undefined)[] = opnames.map((_, code) => {
  const entry = opcodeOf[code]
  return entry && parseEffect(entry.effect)
})

// For most instructions the depth changes by a constant; computed once, so that the hot callers do not walk slots.
const fixed = (slots: readonly EffectSlot[] | undefined): number =>
  slots?.every((slot) => slot.single) === true ? slots.length : -1
const fixedInputs = Int8Array.from(effectOf, (effect) => fixed(effect?.inputs))
const fixedOutputs = Int8Array.from(effectOf, (effect) => fixed(effect?.outputs))

function total(slots: readonly EffectSlot[], oparg: number): number {
  let sum = 0
  for (const slot of slots) sum += slot.count(oparg)
  return sum
}

/** How many values the instruction takes off the stack. */
export function popped(code: number, oparg: number): number {
  const count = fixedInputs[code] ?? -1
  return count >= 0 ? count : total(effectOf[code]?.inputs ?? [], oparg)
}

/** How many values the instruction puts on the stack. */
export function pushed(code: number, oparg: number): number {
  const count = fixedOutputs[code] ?? -1
  return count >= 0 ? count : total(effectOf[code]?.outputs ?? [], oparg)
}
