/**
 * From the tree of a regular expression to a program for the machine in `machine.ts`.
 *
 * A program is a list of instructions; choices are `split`s between two of them. Repetition of a single
 * character is one instruction, of anything else a loop with a counter.
 */
import { type CharacterTest, charTest, foldCase, isWordCharacter, setTest } from './charset.ts'
import { DOTALL, IGNORECASE, type Node, type Position, RegexError, UNLIMITED } from './nodes.ts'

export type Instruction =
  | { readonly op: 'char'; readonly test: CharacterTest }
  | {
      readonly op: 'run'
      readonly test: CharacterTest
      readonly min: number
      readonly max: number
      readonly lazy: boolean
    }
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'at'; readonly position: Position; readonly isWord: CharacterTest }
  | { readonly op: 'backreference'; readonly index: number; readonly fold: ((code: number) => number) | null }
  | { readonly op: 'start-loop'; readonly counter: number }
  | {
      readonly op: 'loop'
      readonly counter: number
      readonly min: number
      readonly max: number
      readonly lazy: boolean
      readonly body: number
      exit: number
    }
  /** Runs a part to its `accept` and forgets its choices; `width` characters back for a lookbehind. */
  | { readonly op: 'look'; readonly width: number; readonly negated: boolean; after: number }
  | { readonly op: 'atomic'; after: number }
  | { readonly op: 'unless-group'; readonly index: number; to: number }
  | { readonly op: 'fail' }
  | { readonly op: 'accept' }

export interface Program {
  readonly instructions: readonly Instruction[]
  readonly groups: number
  readonly counters: number
  /** Fewest characters that a match has. */
  readonly least: number
}

export function compileProgram(root: Node, groups: number): Program {
  const compiler = new Compiler()
  compiler.emit(root)
  compiler.instructions.push({ op: 'accept' })
  return {
    instructions: compiler.instructions,
    groups,
    counters: compiler.counters,
    least: widthOf(root, new Map()).low,
  }
}

interface Width {
  readonly low: number
  readonly high: number
}

/** How many characters a part can match; a group that was matched before has the width it has there. */
function widthOf(node: Node, groups: ReadonlyMap<number, Width>): Width {
  const inner = (each: Node): Width => widthOf(each, groups)
  switch (node.kind) {
    case 'char':
    case 'any':
    case 'set':
      return { low: 1, high: 1 }
    case 'sequence':
      return node.items
        .map(inner)
        .reduce((a, b) => ({ low: a.low + b.low, high: a.high + b.high }), { low: 0, high: 0 })
    case 'branch': {
      const widths = node.options.map(inner)
      return {
        low: Math.min(...widths.map((each) => each.low)),
        high: Math.max(...widths.map((each) => each.high)),
      }
    }
    case 'group':
    case 'atomic':
      return inner(node.body)
    case 'repeat': {
      const { low, high } = inner(node.body)
      return {
        low: low * node.min,
        high: node.max === UNLIMITED && high > 0 ? UNLIMITED : high * Math.min(node.max, UNLIMITED),
      }
    }
    case 'backreference':
      return groups.get(node.index) ?? { low: 0, high: UNLIMITED }
    case 'conditional': {
      const yes = inner(node.yes)
      const no = node.no === null ? { low: 0, high: 0 } : inner(node.no)
      return { low: Math.min(yes.low, no.low), high: Math.max(yes.high, no.high) }
    }
    default:
      return { low: 0, high: 0 }
  }
}

class Compiler {
  readonly instructions: Instruction[] = []
  counters = 0
  #groupWidths = new Map<number, Width>()

  emit(node: Node): void {
    const out = this.instructions
    const test = singleTest(node)
    if (test !== null) {
      out.push({ op: 'char', test })
      return
    }
    switch (node.kind) {
      case 'sequence':
        for (const item of node.items) this.emit(item)
        return
      case 'at':
        out.push({ op: 'at', position: node.position, isWord: isWordCharacter(node.flags) })
        return
      case 'branch':
        return this.#branch(node.options)
      case 'group':
        if (node.index === null) return this.emit(node.body)
        out.push({ op: 'save', slot: 2 * node.index })
        this.emit(node.body)
        out.push({ op: 'save', slot: 2 * node.index + 1 })
        this.#groupWidths.set(node.index, widthOf(node.body, this.#groupWidths))
        return
      case 'repeat':
        return this.#repeat(node)
      case 'atomic':
        return this.#atomic(() => this.emit(node.body))
      case 'backreference':
        out.push({
          op: 'backreference',
          index: node.index,
          fold: node.flags & IGNORECASE ? (code) => foldCase(code, node.flags) : null,
        })
        return
      case 'look': {
        const { low, high } = widthOf(node.body, this.#groupWidths)
        if (node.behind && low !== high)
          throw new RegexError('look-behind requires fixed-width pattern', null)
        const instruction: Instruction = {
          op: 'look',
          width: node.behind ? low : 0,
          negated: node.negated,
          after: 0,
        }
        out.push(instruction)
        this.emit(node.body)
        out.push({ op: 'accept' })
        instruction.after = out.length
        return
      }
      case 'conditional': {
        const skip: Instruction = { op: 'unless-group', index: node.index, to: 0 }
        out.push(skip)
        this.emit(node.yes)
        const jump: Instruction = { op: 'jump', to: 0 }
        out.push(jump)
        skip.to = out.length
        if (node.no !== null) this.emit(node.no)
        jump.to = out.length
        return
      }
      default:
        out.push({ op: 'fail' })
    }
  }

  #branch(options: readonly Node[]): void {
    const out = this.instructions
    const jumps: (Instruction & { op: 'jump' })[] = []
    options.forEach((option, i) => {
      if (i === options.length - 1) {
        this.emit(option)
        return
      }
      const split: Instruction = { op: 'split', first: out.length + 1, second: 0 }
      out.push(split)
      this.emit(option)
      const jump = { op: 'jump' as const, to: 0 }
      out.push(jump)
      jumps.push(jump)
      split.second = out.length
    })
    for (const jump of jumps) jump.to = out.length
  }

  #atomic(body: () => void): void {
    const out = this.instructions
    const instruction: Instruction = { op: 'atomic', after: 0 }
    out.push(instruction)
    body()
    out.push({ op: 'accept' })
    instruction.after = out.length
  }

  #repeat(node: Node & { kind: 'repeat' }): void {
    const { min, max, greed, body } = node
    if (greed === 'possessive') return this.#atomic(() => this.#repeat({ ...node, greed: 'greedy' }))
    const out = this.instructions
    const lazy = greed === 'lazy'
    const test = singleTest(body)
    if (test !== null) {
      out.push({ op: 'run', test, min, max, lazy })
      return
    }
    const counter = this.counters++
    out.push({ op: 'start-loop', counter })
    const loop: Instruction = { op: 'loop', counter, min, max, lazy, body: out.length + 1, exit: 0 }
    const at = out.length
    out.push(loop)
    this.emit(body)
    out.push({ op: 'jump', to: at })
    loop.exit = out.length
  }
}

/** The test of a part that matches exactly one character. */
function singleTest(node: Node): CharacterTest | null {
  switch (node.kind) {
    case 'char':
      return charTest(node.code, node.flags)
    case 'any':
      return node.flags & DOTALL ? () => true : (code) => code !== 10
    case 'set':
      return setTest(node.items, node.negated, node.flags)
    case 'sequence':
      return node.items.length === 1 ? singleTest(node.items[0]!) : null
    case 'group':
      return node.index === null ? singleTest(node.body) : null
    default:
      return null
  }
}
