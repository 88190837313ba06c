/** The line steps of a recording in arrays that grow: 14 bytes a step. */
import type { StepsData } from './data.ts'

export class StepLog {
  #size = 1024
  length = 0
  #instruction = new Uint32Array(this.#size)
  #lineno = new Uint32Array(this.#size)
  #depth = new Uint16Array(this.#size)
  #code = new Uint16Array(this.#size)
  #output = new Uint32Array(this.#size)

  add(instruction: number, lineno: number, depth: number, code: number, output: number): void {
    if (this.length === this.#size) this.#grow()
    const at = this.length++
    this.#instruction[at] = instruction
    this.#lineno[at] = lineno
    this.#depth[at] = depth
    this.#code[at] = code
    this.#output[at] = output
  }

  #grow(): void {
    this.#size *= 2
    this.#instruction = grown(this.#instruction, new Uint32Array(this.#size))
    this.#lineno = grown(this.#lineno, new Uint32Array(this.#size))
    this.#depth = grown(this.#depth, new Uint16Array(this.#size))
    this.#code = grown(this.#code, new Uint16Array(this.#size))
    this.#output = grown(this.#output, new Uint32Array(this.#size))
  }

  data(): StepsData {
    const { length } = this
    return {
      instruction: this.#instruction.slice(0, length),
      lineno: this.#lineno.slice(0, length),
      depth: this.#depth.slice(0, length),
      code: this.#code.slice(0, length),
      output: this.#output.slice(0, length),
    }
  }
}

function grown<T extends Uint32Array | Uint16Array>(old: T, made: T): T {
  made.set(old)
  return made
}

/** The last step that begins at or before an instruction; 0 before the first. */
export function stepAt({ instruction }: StepsData, at: number): number {
  let low = 0
  let high = instruction.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (instruction[middle]! <= at) low = middle + 1
    else high = middle
  }
  return Math.max(low - 1, 0)
}
