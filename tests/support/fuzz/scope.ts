// What a program knows where the next statement stands: names with their types, the classes and functions defined so
// far, the modules it uses. Names bound in a block are forgotten at its end, for nobody knows whether it ran; names
// that a closure refers to are pinned, and never deleted.

/** What kind of value a name is bound to. */
export type Type =
  | 'object'
  | 'list'
  | 'dict'
  | 'set'
  | 'tuple'
  | 'deque'
  | 'function'
  | 'generator'
  | 'ref'
  | 'proxy'
  | 'values'
  | 'keys'
  | 'weakset'
  | 'finalize'
  | 'weakmethod'
  | 'method'
  | 'exception'
  | 'iterator'
  | 'any'

/** A class of the program, and what one may do with its instances. */
export interface ClassInfo {
  name: string
  /** Its constructor takes the name of the instance. */
  takesName: boolean
  weakrefable: boolean
  hasDict: boolean
  hashable: boolean
  callable: boolean
  manager: boolean
  iterable: boolean
  /** Has `prop`. */
  property: boolean
  /** Has `made(name)`. */
  factory: boolean
  /** An exception class. */
  raisable: boolean
  /** Its finalizer runs Python code that may do anything. */
  finalizer: boolean
  /** Other classes or functions refer to it by name: it cannot be deleted. */
  pinned: boolean
}

/** A function of the program. */
export interface FunctionInfo {
  name: string
  parameters: number
  /** What calling it gives. */
  returns: Type
  /** It always raises ValueError. */
  raises: boolean
  /** Arguments must be hashable. */
  cached: boolean
}

/** A bound name. */
export interface Name {
  name: string
  type: Type
  /** For objects: the class, null where it may be any. */
  cls: ClassInfo | null
  /** For functions: the number of arguments they take. */
  arity: number
  /** Nesting of blocks in which it was bound. */
  level: number
  pinned: boolean
}

/** The names of the module, or of one function. */
export class Scope {
  readonly names: Name[] = []
  readonly isFunction: boolean
  level = 0

  constructor(isFunction: boolean) {
    this.isFunction = isFunction
  }

  bind(name: string, type: Type, cls: ClassInfo | null = null, arity = 0): Name {
    this.forget(name)
    const bound = { name, type, cls, arity, level: this.level, pinned: false }
    this.names.push(bound)
    return bound
  }

  forget(name: string): void {
    const at = this.names.findIndex((bound) => bound.name === name)
    if (at >= 0) this.names.splice(at, 1)
  }

  of(...types: Type[]): Name[] {
    return this.names.filter(({ type }) => types.includes(type))
  }

  /** Names bound in the current block, which may be deleted in it. */
  deletable(): Name[] {
    return this.names.filter(({ level, pinned }) => level === this.level && !pinned)
  }

  /** Runs `body` a block deeper. */
  deeper(body: () => void): void {
    this.level++
    body()
    this.level--
    for (const { name } of this.names.filter(({ level }) => level > this.level)) this.forget(name)
  }
}
