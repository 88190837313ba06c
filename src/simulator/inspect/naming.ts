/**
 * Identity by birth: an object's number and its name, the same in every run of a program.
 *
 * Births are counted while a program runs. The number stands in a table by address, because an address belongs to one
 * living object: a birth costs a store, a death nothing. What was there before, or came with an import, has the negative
 * of its address and no number in its name.
 */
import type { HeapType, PyObject } from '../heap/object.ts'
import { PyBuiltin } from '../objects/builtin-function.ts'
import { PyCode } from '../objects/code.ts'
import { PyFunction } from '../objects/function.ts'
import { PyModule } from '../objects/module.ts'
import { PyStr } from '../objects/str.ts'
import { PyType } from '../objects/type.ts'
import type { ObjectId } from './data.ts'

/** Where blocks of small objects begin, as in heap/addresses.ts, and how far the table can reach. */
const FIRST = 0x7f3a_5c00_0000
const END = 0x7f3b_0000_0000
const GRANULE = 16

/** In the table of numbers: born while library code ran. */
const IN_LIBRARY = 0x4000_0000

/** What is known of the objects of one type; `lives` says whether the recording follows them. */
export interface Kin {
  readonly name: string
  count: number
  readonly isHeapType: boolean
}

export class Names {
  /** How many objects have been born. */
  births: ObjectId = 0
  /** The number of the object born last; 0 if it came with an import. */
  lastId: ObjectId = 0
  /** The kin of the object born last; null for what no collector tracks: numbers, texts. */
  lastKin: Kin | null = null
  #ids = new Int32Array(0)
  #numbers = new Int32Array(0)
  readonly #large = new Map<number, { id: ObjectId; number: number }>()
  readonly #kins = new Map<HeapType, Kin>()
  readonly #kinsByName = new Map<string, Kin>()

  /** A birth; `counts` false where it belongs to an import, `isNumbered` false where its name has no number. */
  born(
    object: PyObject,
    address: number,
    counts: boolean,
    inLibrary: boolean,
    isNumbered: boolean,
  ): ObjectId {
    const id = counts ? ++this.births : 0
    this.lastId = id
    let number = 0
    const { type } = object
    if (counts && isNumbered && type.isContainer) {
      const kin = this.#kins.get(type) ?? this.#addKin(type)
      number = ++kin.count
      this.lastKin = kin
    } else this.lastKin = null
    if (inLibrary) number |= IN_LIBRARY
    if (address < FIRST || address >= END) {
      if (counts) this.#large.set(address, { id, number })
      else this.#large.delete(address)
      return id
    }
    const slot = (address - FIRST) / GRANULE
    if (slot >= this.#ids.length) this.#grow(slot)
    this.#ids[slot] = id
    this.#numbers[slot] = number
    return id
  }

  #addKin(type: HeapType): Kin {
    // Classes of one name share their numbers, so that a name means one object.
    const name = shortTypeName(type)
    let kin = this.#kinsByName.get(name)
    if (kin === undefined) {
      kin = { name, count: 0, isHeapType: type.isHeapType }
      this.#kinsByName.set(name, kin)
    }
    this.#kins.set(type, kin)
    return kin
  }

  #grow(slot: number): void {
    const size = Math.max(1 << 16, 2 ** Math.ceil(Math.log2(slot + 1)))
    const ids = new Int32Array(size)
    ids.set(this.#ids)
    const numbers = new Int32Array(size)
    numbers.set(this.#numbers)
    this.#ids = ids
    this.#numbers = numbers
  }

  /** A type is gone: another one may get its place in memory, not its numbers. */
  forgetType(type: PyObject): void {
    this.#kins.delete(type as HeapType)
  }

  idOf(object: PyObject): ObjectId {
    const { address } = object
    const id =
      address < FIRST || address >= END
        ? this.#large.get(address)?.id
        : this.#ids[(address - FIRST) / GRANULE]
    return id === undefined || id === 0 ? -Math.round((address - 0x7f00_0000_0000) / GRANULE) : id
  }

  #numberOf(object: PyObject): number {
    const { address } = object
    if (address < FIRST || address >= END) return this.#large.get(address)?.number ?? 0
    return this.#numbers[(address - FIRST) / GRANULE] ?? 0
  }

  /** Whether library code was running when it was born. */
  isFromLibrary(object: PyObject): boolean {
    return (this.#numberOf(object) & IN_LIBRARY) !== 0
  }

  /** `Node#1`; functions, classes and modules have the names the program gave them. */
  nameOf(object: PyObject): string {
    const number = this.#numberOf(object) & ~IN_LIBRARY
    const id = this.idOf(object)
    const numbered = id > 0 && number > 0 ? `#${number}` : ''
    if (object instanceof PyFunction && object.qualname !== null) {
      const name = (object.qualname as PyStr).value
      return `${name}()${name.includes('<') ? numbered : ''}`
    }
    if (object instanceof PyType) return `${object.qualname}${object.qualname.includes('<') ? numbered : ''}`
    if (object instanceof PyModule) return `module ${moduleName(object)}`
    if (object instanceof PyBuiltin) return `${object.name}()`
    if (object instanceof PyCode) return `code ${object.qualname.value}`
    return `${shortTypeName(object.type)}${numbered}`
  }
}

/** The class without its module; of weak references what a program calls to make them. */
export function shortTypeName({ name, isHeapType }: HeapType): string {
  if (isHeapType) return name
  const short = name.slice(name.lastIndexOf('.') + 1)
  if (short === 'ReferenceType') return 'ref'
  return short.endsWith('ProxyType') ? 'proxy' : short
}

function moduleName(module: PyModule): string {
  const name = module.dict === null ? null : module.namespace.getStr('__name__')
  return name instanceof PyStr ? name.value : '?'
}
