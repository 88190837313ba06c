/**
 * Addresses: what `id()` shows.
 *
 * Blocks of a size class come from a free list, last freed first, else from the current pool; pools of
 * 16 KiB are laid out one after another, so addresses are the same in every run. As
 * `Objects/obmalloc.c`: classes of 16 bytes up to 512, larger blocks apart. Some types keep freed blocks
 * for themselves: an address of a list goes to the next list.
 */

const ALIGNMENT = 16
const LARGEST_SMALL = 512
const POOL = 16384
/** Where a 64-bit Linux process has its arenas, roughly. */
const FIRST_POOL = 0x7f3a_5c00_0000
const FIRST_LARGE = 0x7f3b_0000_0000

/** Freed blocks that a type keeps for its own next instances, last freed first (CPython's "free lists"). */
export class Reserve {
  readonly #most: number
  readonly #largest: number
  readonly #blocks = new Map<number, number[]>()
  /** Whether the blocks are those of containers: to give one away is to free a container. */
  readonly isOfContainers: boolean

  /** Keeps `most` blocks of each size up to `largest` bytes. */
  constructor(most: number, largest: number, isOfContainers: boolean) {
    this.#most = most
    this.#largest = largest
    this.isOfContainers = isOfContainers
  }

  take(size: number): number | undefined {
    return this.#blocks.get(size)?.pop()
  }

  /** Whether it keeps the block. */
  give(address: number, size: number): boolean {
    const blocks = this.#blocks.get(size)
    if (blocks === undefined) {
      if (size > this.#largest) return false
      this.#blocks.set(size, [address])
      return true
    }
    if (blocks.length >= this.#most) return false
    blocks.push(address)
    return true
  }

  /** Gives all blocks away. */
  empty(receive: (address: number, size: number) => void): void {
    for (const [size, blocks] of this.#blocks) while (blocks.length > 0) receive(blocks.pop()!, size)
  }
}

export class Addresses {
  readonly #reserves: Reserve[] = []
  readonly #free: number[][] = []
  readonly #next: number[] = []
  readonly #end: number[] = []
  readonly #freeLarge = new Map<number, number[]>()
  #pool: number
  #large = FIRST_LARGE

  constructor(first = FIRST_POOL) {
    this.#pool = first
  }

  /** A reserve for a type; `isLasting` says that full collections leave it alone. */
  newReserve(most: number, largest: number, isOfContainers: boolean, isLasting: boolean): Reserve {
    const reserve = new Reserve(most, largest, isOfContainers)
    if (!isLasting) this.#reserves.push(reserve)
    return reserve
  }

  /** What the types have kept goes back (`_PyObject_ClearFreeLists`); `freed` hears of each container's block. */
  emptyReserves(freed: () => void): void {
    for (const reserve of this.#reserves) {
      reserve.empty((address, size) => {
        this.give(address, size)
        if (reserve.isOfContainers) freed()
      })
    }
  }

  /** The address of a new block of `size` bytes. */
  take(size: number): number {
    if (size > LARGEST_SMALL) return this.#takeLarge(size)
    const sizeClass = (size + ALIGNMENT - 1) >> 4
    const freed = this.#free[sizeClass]
    if (freed !== undefined && freed.length > 0) return freed.pop()!
    let next = this.#next[sizeClass]
    if (next === undefined || next + sizeClass * ALIGNMENT > this.#end[sizeClass]!) {
      next = this.#pool + 48
      this.#end[sizeClass] = this.#pool + POOL
      this.#pool += POOL
      this.#free[sizeClass] ??= []
    }
    this.#next[sizeClass] = next + sizeClass * ALIGNMENT
    return next
  }

  /** Gives a block back; the next block of the same class gets its address. */
  give(address: number, size: number): void {
    if (size > LARGEST_SMALL) {
      const list = this.#freeLarge.get(size)
      if (list === undefined) this.#freeLarge.set(size, [address])
      else list.push(address)
      return
    }
    const sizeClass = (size + ALIGNMENT - 1) >> 4
    this.#free[sizeClass] ??= []
    this.#free[sizeClass].push(address)
  }

  #takeLarge(size: number): number {
    const freed = this.#freeLarge.get(size)?.pop()
    if (freed !== undefined) return freed
    const address = this.#large + 16
    this.#large += (size + 31) & ~15
    return address
  }
}
