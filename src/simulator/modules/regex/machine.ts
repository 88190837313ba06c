/**
 * Runs the program of a regular expression by backtracking.
 *
 * What may have to be taken back is on a stack: places to go on from, and values to restore. To fail is to
 * pop until a place is found. As `Modules/_sre/sre_lib.h`, which recurses where this stacks.
 */
import type { Instruction, Program } from './program.ts'

/** The characters that are searched: code points or bytes. */
export type Characters = ArrayLike<number>

/** Starts and ends of the groups, -1 where a group took no part; then the last group that was closed. */
export interface Spans {
  readonly marks: Int32Array
  readonly lastIndex: number
}

/** Where a match must end: anywhere, or at the end. */
export type Ending = 'anywhere' | 'end'

const NONE = -1

/** Kinds of entries on the stack, each of four numbers: kind, and three of its own. */
const PLACE = 0
const MARK = 1
const COUNTER = 2
/** A run of single characters that can be shorter: program counter, fewest end, present end. */
const SHORTER = 3
/** A run of single characters that can be longer: program counter, present end, how many more. */
const LONGER = 4
const LAST = 5

export class Matcher {
  readonly #program: Program
  readonly #input: Characters
  readonly #end: number
  readonly #marks: Int32Array
  readonly #counts: Int32Array
  readonly #lastPositions: Int32Array
  #stack: number[] = []
  #lastIndex = NONE
  /** A match of nothing here is none: set to find a match after an empty one. */
  #forbidEmptyAt = NONE
  /** Steps until `onTick` is called, so that an endless search can be stopped. */
  #ticks = 0
  readonly #onTick: () => void

  constructor(program: Program, input: Characters, end: number, onTick: () => void) {
    this.#program = program
    this.#input = input
    this.#end = end
    this.#marks = new Int32Array(2 * program.groups)
    this.#counts = new Int32Array(program.counters)
    this.#lastPositions = new Int32Array(program.counters)
    this.#onTick = onTick
  }

  /** A match that begins at `start`. */
  matchAt(start: number, ending: Ending, forbidEmpty = false): Spans | null {
    this.#marks.fill(-1)
    this.#stack = []
    this.#lastIndex = NONE
    this.#forbidEmptyAt = forbidEmpty ? start : NONE
    this.#marks[0] = start
    const end = this.#run(0, start, ending === 'end', true)
    if (end < 0) return null
    this.#marks[1] = end
    return { marks: this.#marks.slice(), lastIndex: this.#lastIndex }
  }

  /** The first match from `start` on. */
  search(start: number, forbidEmpty = false): Spans | null {
    const last = this.#end - this.#program.least
    const first = this.#program.instructions[0]!
    const test = first.op === 'char' ? first.test : first.op === 'run' && first.min > 0 ? first.test : null
    for (let at = start; at <= last; at++) {
      if (test !== null && !test(this.#input[at]!)) continue
      const found = this.matchAt(at, 'anywhere', forbidEmpty && at === start)
      if (found !== null) return found
    }
    return null
  }

  /** Runs from an instruction to `accept`; the end position, or -1 after taking everything back. */
  #run(pc: number, at: number, mustEnd: boolean, isWhole: boolean): number {
    const { instructions } = this.#program
    const input = this.#input
    const end = this.#end
    const floor = this.#stack.length
    for (;;) {
      if (++this.#ticks > 100_000) {
        this.#ticks = 0
        this.#onTick()
      }
      const instruction: Instruction = instructions[pc]!
      let failed = false
      switch (instruction.op) {
        case 'char':
          if (at < end && instruction.test(input[at]!)) {
            at++
            pc++
          } else failed = true
          break
        case 'run': {
          const { test, min, max, lazy } = instruction
          const most = lazy ? min : max
          let stop = at
          const limit = Math.min(end, at + most)
          while (stop < limit && test(input[stop]!)) stop++
          if (stop - at < min) failed = true
          else {
            if (lazy) this.#stack.push(LONGER, pc, stop, max - min)
            else if (stop - at > min) this.#stack.push(SHORTER, pc, at + min, stop)
            at = stop
            pc++
          }
          break
        }
        case 'split':
          this.#stack.push(PLACE, instruction.second, at, 0)
          pc = instruction.first
          break
        case 'jump':
          pc = instruction.to
          break
        case 'save': {
          const { slot } = instruction
          this.#stack.push(MARK, slot, this.#marks[slot]!, 0)
          this.#marks[slot] = at
          if (slot & 1) {
            this.#stack.push(LAST, this.#lastIndex, 0, 0)
            this.#lastIndex = slot >> 1
          }
          pc++
          break
        }
        case 'at':
          if (this.#isAt(instruction, at)) pc++
          else failed = true
          break
        case 'backreference': {
          const length = this.#backreference(instruction, at)
          if (length < 0) failed = true
          else {
            at += length
            pc++
          }
          break
        }
        case 'start-loop': {
          const { counter } = instruction
          this.#stack.push(COUNTER, counter, this.#counts[counter]!, this.#lastPositions[counter]!)
          this.#counts[counter] = 0
          this.#lastPositions[counter] = -1
          pc++
          break
        }
        case 'loop': {
          const { counter, min, max, lazy, body, exit } = instruction
          const count = this.#counts[counter]!
          const goesOn = count < min || (count < max && this.#lastPositions[counter] !== at)
          if (count >= min && (lazy || !goesOn)) {
            if (goesOn) this.#stack.push(PLACE, -pc - 1, at, 0)
            pc = exit
          } else {
            if (count >= min) this.#stack.push(PLACE, exit, at, 0)
            this.#nextRound(counter, count, at)
            pc = body
          }
          break
        }
        case 'look': {
          const { width, negated, after } = instruction
          const from = at - width
          const matched = from >= 0 && this.#isolated(pc + 1, from, negated) >= 0
          if (matched !== negated) pc = after
          else failed = true
          break
        }
        case 'atomic': {
          const stop = this.#isolated(pc + 1, at, false)
          if (stop < 0) failed = true
          else {
            at = stop
            pc = instruction.after
          }
          break
        }
        case 'unless-group': {
          const index = 2 * instruction.index
          const took =
            index + 1 < this.#marks.length && this.#marks[index]! >= 0 && this.#marks[index + 1]! >= 0
          pc = took ? pc + 1 : instruction.to
          break
        }
        case 'fail':
          failed = true
          break
        case 'accept':
          if ((mustEnd && at !== end) || (isWhole && at === this.#forbidEmptyAt)) failed = true
          else return at
      }
      if (!failed) continue
      const place = this.#backtrack(floor)
      if (place === null) return -1
      pc = place
      at = this.#resumeAt
    }
  }

  #resumeAt = 0

  #nextRound(counter: number, count: number, at: number): void {
    this.#stack.push(COUNTER, counter, count, this.#lastPositions[counter]!)
    this.#counts[counter] = count + 1
    this.#lastPositions[counter] = at
  }

  /** Takes back to the last place where another way is left: its instruction, the position in `#resumeAt`. */
  #backtrack(floor: number): number | null {
    const stack = this.#stack
    while (stack.length > floor) {
      const third = stack.pop()!
      const second = stack.pop()!
      const first = stack.pop()!
      switch (stack.pop()!) {
        case MARK:
          this.#marks[first] = second
          break
        case LAST:
          this.#lastIndex = first
          break
        case COUNTER:
          this.#counts[first] = second
          this.#lastPositions[first] = third
          break
        case PLACE: {
          this.#resumeAt = second
          if (first >= 0) return first
          // Another round of a lazy loop.
          const loop = this.#program.instructions[-first - 1] as Instruction & { op: 'loop' }
          this.#nextRound(loop.counter, this.#counts[loop.counter]!, second)
          return loop.body
        }
        case SHORTER: {
          const stop = third - 1
          if (stop > second) stack.push(SHORTER, first, second, stop)
          this.#resumeAt = stop
          return first + 1
        }
        default: {
          const { test } = this.#program.instructions[first] as Instruction & { op: 'run' }
          if (third <= 0 || second >= this.#end || !test(this.#input[second]!)) break
          stack.push(LONGER, first, second + 1, third - 1)
          this.#resumeAt = second + 1
          return first + 1
        }
      }
    }
    return null
  }

  /** Runs a part by itself: its choices are forgotten, what it changed can still be taken back. */
  #isolated(pc: number, at: number, undo: boolean): number {
    const floor = this.#stack.length
    const stop = this.#run(pc, at, false, false)
    if (stop < 0) return stop
    const stack = this.#stack
    if (undo) {
      const kept = stack.slice(floor)
      stack.length = floor
      for (let i = kept.length - 4; i >= 0; i -= 4)
        this.#restore(kept[i]!, kept[i + 1]!, kept[i + 2]!, kept[i + 3]!)
      return stop
    }
    let to = floor
    for (let i = floor; i < stack.length; i += 4) {
      const kind = stack[i]!
      if (kind !== MARK && kind !== LAST && kind !== COUNTER) continue
      for (let j = 0; j < 4; j++) stack[to + j] = stack[i + j]!
      to += 4
    }
    stack.length = to
    return stop
  }

  #restore(kind: number, first: number, second: number, third: number): void {
    if (kind === MARK) this.#marks[first] = second
    else if (kind === LAST) this.#lastIndex = first
    else if (kind === COUNTER) {
      this.#counts[first] = second
      this.#lastPositions[first] = third
    }
  }

  #isAt({ position, isWord }: Instruction & { op: 'at' }, at: number): boolean {
    const input = this.#input
    switch (position) {
      case 'start':
        return at === 0
      case 'line-start':
        return at === 0 || input[at - 1] === 10
      case 'last':
        return at === this.#end
      case 'end':
        return at === this.#end || (at + 1 === this.#end && input[at] === 10)
      case 'line-end':
        return at === this.#end || input[at] === 10
      default: {
        if (this.#end === 0) return false
        const before = at > 0 && isWord(input[at - 1]!)
        const after = at < this.#end && isWord(input[at]!)
        return (before !== after) === (position === 'boundary')
      }
    }
  }

  /** The length of what the group matched, if it is here again; else -1. */
  #backreference({ index, fold }: Instruction & { op: 'backreference' }, at: number): number {
    const start = this.#marks[2 * index]!
    const stop = this.#marks[2 * index + 1]!
    if (start < 0 || stop < start || at + stop - start > this.#end) return -1
    for (let i = 0; i < stop - start; i++) {
      const mine = this.#input[start + i]!
      const other = this.#input[at + i]!
      if (mine !== other && (fold === null || fold(mine) !== fold(other))) return -1
    }
    return stop - start
  }
}
