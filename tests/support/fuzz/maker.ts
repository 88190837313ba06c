// The writer of random programs: what it has written so far, what may be referred to, and how a value is written down.
// Statements of a topic are in files of their own (`objects.ts`, `weak-references.ts` …), as tables of weighted makers.
//
// Every program is well typed: what it does to a name the name can do, so that it runs to its end and much of it is
// observed. What is printed never depends on the layout of memory: no addresses, no order of sets whose elements are
// hashed by address, no order of `WeakSet`.

import { Random } from './random.ts'
import { type ClassInfo, type FunctionInfo, type Name, Scope, type Type } from './scope.ts'
import type { Statement } from './tree.ts'

/** Writes one or a few statements. */
export type StatementMaker = (maker: Maker) => void

/** How often a kind of statement is chosen, and its maker. */
export type Weighted = readonly [weight: number, maker: StatementMaker]

/** Attributes that every instance can have. */
export const attributes = ['a', 'b', 'c'] as const

const prefixes: Record<Type, string> = {
  object: 'o',
  list: 'items',
  dict: 'table',
  set: 'bag',
  tuple: 'pair',
  deque: 'queue',
  function: 'f',
  generator: 'gen',
  ref: 'ref',
  proxy: 'proxy',
  values: 'values',
  keys: 'keys',
  weakset: 'weak',
  finalize: 'fin',
  weakmethod: 'wm',
  method: 'method',
  exception: 'err',
  iterator: 'it',
  any: 'x',
}

/** Types whose count may be printed: never immortal. */
export const counted: readonly Type[] = [
  'object',
  'list',
  'dict',
  'set',
  'tuple',
  'deque',
  'function',
  'generator',
  'finalize',
  'method',
  'exception',
  'iterator',
]

export class Maker {
  random: Random
  scope = new Scope(false)
  readonly classes: ClassInfo[] = []
  /** Classes that have been, deleted ones included. */
  readonly everyClass: ClassInfo[] = []
  readonly functions: FunctionInfo[] = []
  readonly modules = new Set<string>(['gc', 'sys'])
  /** Whether allocations are being counted: how many containers the compiler makes is its own affair. */
  isCounting = false
  /** Whether source text may be compiled: a program that does counts no allocations, and collects by itself. */
  mayCompile = false
  /** Modules that this program does without. */
  readonly avoided = new Set<string>()
  /** Nesting of blocks, functions included. */
  depth = 0
  /**
   * Whether the program begins with a full collection. Before it, what CPython's start and imports have left in free
   * lists decides how many allocations the collector counts: nothing that a program could know.
   */
  hasCollected = false
  #out: Statement[] = []
  readonly #counters = new Map<string, number>()
  #labels = 0
  readonly #statements: () => readonly Weighted[]

  constructor(random: Random, statements: () => readonly Weighted[]) {
    this.random = random
    this.#statements = statements
  }

  // Writing

  emit(line: string): void {
    this.#out.push(line)
  }

  emitStatement(statement: Statement): void {
    this.#out.push(statement)
  }

  print(...expressions: string[]): void {
    this.emit(`print(${expressions.join(', ')})`)
  }

  /** What `body` writes. */
  collect(body: () => void): Statement[] {
    const outer = this.#out
    this.#out = []
    body()
    const written = this.#out
    this.#out = outer
    return written
  }

  /** A compound statement; each body is a block whose names are forgotten after it. */
  compound(...clauses: [head: string, body: () => void][]): void {
    this.depth++
    const made = clauses.map(([head, body]) => ({
      head,
      body: this.collect(() => this.scope.deeper(body)),
    }))
    this.depth--
    this.#out.push({ clauses: made })
  }

  /** A function definition: its body has names of its own, the parameters first. */
  define(head: string, parameters: [name: string, type: Type, cls?: ClassInfo][], body: () => void): void {
    const { scope } = this
    this.depth++
    this.scope = new Scope(true)
    for (const [name, type, cls] of parameters) this.scope.bind(name, type, cls ?? null)
    const written = this.collect(body)
    this.scope = scope
    this.depth--
    this.#out.push({ clauses: [{ head, body: written }] })
  }

  /** Writes with the decisions of a seed. */
  seeded(seed: number, body: () => void): void {
    const { random } = this
    this.random = new Random(seed)
    body()
    this.random = random
  }

  /** Some statements of any kind. */
  statements(count: number): void {
    for (let i = 0; i < count; i++) this.random.weighted(this.#statements())(this)
  }

  /** A few statements inside of a block. */
  some(most = 3): void {
    this.statements(this.random.between(1, most))
  }

  /** Whether the program may import a module; it does then. */
  use(module: string): boolean {
    if (this.avoided.has(module)) return false
    this.modules.add(module)
    return true
  }

  // Names

  /** A name that nobody has. */
  fresh(prefix: string): string {
    const number = (this.#counters.get(prefix) ?? 0) + 1
    this.#counters.set(prefix, number)
    return `${prefix}${number}`
  }

  /** The literal of a string that no other place of the program has. */
  label(): string {
    const number = this.#labels++
    return `'${String.fromCharCode(97 + (number % 26))}${number >= 26 ? Math.floor(number / 26) : ''}'`
  }

  /** A name of one of the types, or null. */
  find(...types: Type[]): Name | null {
    const found = this.scope.of(...types)
    return found.length === 0 ? null : this.random.pick(found)
  }

  /** `name = expression`, for a new name or, sometimes, one of that type that is there. */
  assign(type: Type, expression: string, cls: ClassInfo | null = null, arity = 0): Name {
    const same = this.scope
      .of(type)
      .filter(
        (name) => name.cls === cls && name.arity === arity && !name.pinned && name.level === this.scope.level,
      )
    const name =
      same.length > 0 && this.random.chance(15) ? this.random.pick(same).name : this.fresh(prefixes[type])
    this.emit(`${name} = ${expression}`)
    return this.scope.bind(name, type, cls, arity)
  }

  // Values

  /** A class of which the condition holds, or null. */
  class(condition: (cls: ClassInfo) => boolean = () => true): ClassInfo | null {
    const found = this.classes.filter(condition)
    return found.length === 0 ? null : this.random.pick(found)
  }

  /** An expression that makes an instance. */
  instance(cls: ClassInfo): string {
    if (!cls.takesName) return `${cls.name}()`
    if (cls.factory && this.random.chance(15)) return `${cls.name}.made(${this.label()})`
    return `${cls.name}(${this.label()})`
  }

  /** The name of an object for which the condition holds, which is made if there is none; null without a class for it. */
  object(condition: (cls: ClassInfo) => boolean = () => true): Name | null {
    // A parameter may be an instance of any class.
    const every = this.everyClass.every(condition)
    const found = this.scope.of('object').filter(({ cls }) => (cls === null ? every : condition(cls)))
    if (found.length > 0 && this.random.chance(85)) return this.random.pick(found)
    const cls = this.class(condition)
    if (cls === null) return found.length > 0 ? this.random.pick(found) : null
    return this.assign('object', this.instance(cls), cls)
  }

  /** A name of a container type, made if there is none. */
  container(type: 'list' | 'dict' | 'tuple' | 'set' | 'deque'): Name {
    const found = this.find(type)
    if (found !== null && this.random.chance(85)) return found
    if (type === 'deque' && !this.use('collections')) return this.assign('list', this.display('list'))
    return this.assign(type, this.display(type))
  }

  /** An expression for a value that can be stored anywhere. */
  value(depth = 0): string {
    const { random } = this
    return random.weighted<() => string>([
      [50, () => this.find('object', 'list', 'dict', 'tuple')?.name ?? this.small()],
      [
        6,
        () =>
          this.find('function', 'method', 'generator', 'exception', 'any', 'set', 'deque')?.name ?? 'None',
      ],
      [4, () => this.find('ref', 'finalize', 'iterator')?.name ?? '1'],
      [15, () => this.instanceOrSmall()],
      [10, () => this.small()],
      [
        depth < 2 ? 10 : 0,
        () => this.display(random.pick(['list', 'dict', 'tuple', 'list'] as const), depth + 1),
      ],
      [3, () => this.class()?.name ?? 'int'],
    ])()
  }

  instanceOrSmall(): string {
    const cls = this.class()
    return cls === null ? this.small() : this.instance(cls)
  }

  /** A value without references. */
  small(): string {
    return this.random.pick([
      'None',
      '0',
      '1',
      '7',
      '1000',
      '2.5',
      "'text'",
      'True',
      '()',
      '[]',
      '{}',
      'object()',
    ])
  }

  /** A container display. */
  display(type: 'list' | 'dict' | 'tuple' | 'set' | 'deque', depth = 0): string {
    const { random } = this
    const items = Array.from({ length: random.pick([0, 1, 1, 2, 2, 3]) }, () => this.value(depth))
    switch (type) {
      case 'list':
        return `[${items.join(', ')}]`
      case 'tuple':
        return items.length === 0 ? '(1, [])' : `(${items.join(', ')}${items.length === 1 ? ',' : ''})`
      case 'dict':
        return `{${items.map((item, i) => `'${'klm'[i]}': ${item}`).join(', ')}}`
      case 'deque':
        if (!this.use('collections')) return this.display('list', depth)
        return `collections.deque([${items.join(', ')}]${random.chance(30) ? ', 3' : ''})`
      case 'set': {
        // One object at most: the order of several would follow from their addresses.
        const hashable = this.scope.of('object').filter(({ cls }) => cls?.hashable)
        const one = hashable.length > 0 ? random.pick(hashable).name : '7'
        return `{${[one, '1', '2'].slice(0, random.between(1, 3)).join(', ')}}`
      }
    }
  }
}
