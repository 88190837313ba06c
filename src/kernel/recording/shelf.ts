// Walks that stand at evenly spaced moments of a run, so that any moment is near to one of them. One that is taken goes
// forward and comes back to another place; when there is nothing else to do, new ones walk to the places that have
// become empty. Together they stay within a bound of memory.

import type { Walk } from './walk.ts'

export interface ShelfLimits {
  /** Instructions between two places, at least: so many take a few milliseconds. */
  readonly spacing: number
  readonly places: number
  /** Bytes that all walks may take, about. */
  readonly memory: number
}

export const SHELF_LIMITS: ShelfLimits = { spacing: 40_000, places: 12, memory: 64_000_000 }

/** Walks that came back and stand somewhere else, kept besides: a reader goes on where he is. */
const mostLoose = 2

export class Shelf {
  readonly #begin: () => Walk
  readonly #places: readonly number[]
  readonly #gap: number
  readonly #limits: ShelfLimits
  /** Standing, in the order in which they came. */
  #walks: Walk[] = []
  /** Places near which no walk can be paused: within a sort, in a finalizer. */
  readonly #unreachable = new Set<number>()
  /** On its way to a place. */
  #coming: { readonly walk: Walk; readonly to: number } | null = null

  /** For a run of so many instructions; `begin` makes a walk at its beginning. */
  constructor(instructions: number, begin: () => Walk, limits: ShelfLimits = SHELF_LIMITS) {
    this.#begin = begin
    this.#limits = limits
    const count = Math.max(1, Math.min(limits.places, Math.ceil(instructions / limits.spacing)))
    this.#gap = instructions / count
    this.#places = Array.from({ length: count }, (_, i) => Math.floor(i * this.#gap))
  }

  /** The walk that stands nearest before an instruction, or a new one. It belongs to the caller until it is put back. */
  take(instruction: number): Walk {
    let best: Walk | null = null
    for (const walk of this.#walks)
      if (walk.at <= instruction && (best === null || walk.at > best.at)) best = walk
    if (best === null) return this.#begin()
    this.#walks = this.#walks.filter((walk) => walk !== best)
    return best
  }

  put(walk: Walk): void {
    if (walk.isOver) return
    this.#walks.push(walk)
    const [oldest, ...others] = this.#loose()
    if (oldest !== undefined && others.length >= mostLoose) this.#drop(oldest)
    while (this.weight > this.#limits.memory && this.#walks.length > 1)
      this.#drop(this.#loose()[0] ?? this.#walks[0]!)
  }

  #drop(dropped: Walk): void {
    this.#walks = this.#walks.filter((walk) => walk !== dropped)
  }

  /** What all walks weigh together. */
  get weight(): number {
    return this.#walks.reduce((sum, walk) => sum + walk.weight, this.#coming?.walk.weight ?? 0)
  }

  /** Where walks stand, ascending. */
  get standing(): number[] {
    return this.#walks.map(({ at }) => at).sort((a, b) => a - b)
  }

  /** The walk at a place: the first one in the first third of what the place is for. */
  #at(place: number): Walk | undefined {
    return this.#walks
      .filter(({ at }) => at >= place && at < place + this.#gap / 3)
      .sort((a, b) => a.at - b.at)[0]
  }

  #loose(): Walk[] {
    const placed = new Set(this.#places.map((place) => this.#at(place)))
    return this.#walks.filter((walk) => !placed.has(walk))
  }

  /** Does a piece of the work of filling empty places, of about `budget` instructions; false when there is none. */
  tend(budget: number): boolean {
    if (this.#coming !== null) {
      const { walk, to } = this.#coming
      if (!walk.advance(to, budget)) return true
      this.#coming = null
      if (!walk.isOver) this.#walks.push(walk)
      if (this.#at(to) === undefined) this.#unreachable.add(to)
      return true
    }
    const heaviest = this.#walks.reduce((most, { weight }) => Math.max(most, weight), 0)
    if (this.weight + heaviest > this.#limits.memory) return false
    // The latest first: without a walk it is the farthest.
    const place = this.#places.findLast(
      (each) => !this.#unreachable.has(each) && this.#at(each) === undefined,
    )
    if (place === undefined) return false
    const nearby = this.#loose().filter(({ at }) => at <= place && at > place - this.#gap)[0]
    if (nearby !== undefined) this.#drop(nearby)
    this.#coming = { walk: nearby ?? this.#begin(), to: place }
    return true
  }
}
