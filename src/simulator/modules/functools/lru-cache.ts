/**
 * The cache behind `functools.lru_cache`: results by arguments, in a ring from the least recently used.
 *
 * An unbounded cache is a dict from keys to results. A bounded one maps keys to links of a ring, each of
 * which holds its key and result. The wrapper holds the function, so what a cached method was called with,
 * its `self` first of all, lives as long as the cache. As `Modules/_functoolsmodule.c`.
 */
import type { HeapType, Visit } from '../../heap/object.ts'
import { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { asOwn, lend, newRef, release, releaseMaybe } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import { argumentTuple } from '../../objects/argument-tuple.ts'
import { checkPositional } from '../../objects/declare/arguments.ts'
import type { KwNames } from '../../objects/declare/slots.ts'
import { defineType, getset, methodsOf } from '../../objects/declare/type.ts'
import { newDict, PyDict, peekItem, putItem, takeItem } from '../../objects/dict.ts'
import { getDict, putDict } from '../../objects/instance.ts'
import { newInt, PyInt } from '../../objects/int.ts'
import { newMethod } from '../../objects/method.ts'
import { visitOwnType } from '../../objects/own-type.ts'
import { getAttrNamed } from '../../objects/protocols/attributes.ts'
import { isCallable } from '../../objects/protocols/calls.ts'
import { hashOf, isTrue } from '../../objects/protocols/comparison.ts'
import type { Hash } from '../../objects/tables/hash.ts'
import { newTuple } from '../../objects/tuple.ts'
import { type PyType, typeOf } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'

/** One entry of a bounded cache. */
class PyCacheLink extends PyObject {
  key: Held | null
  /** The key's hash, asked for once. */
  hash: Hash
  result: Held | null
  /** Neighbours in the ring; uncounted. */
  previous: PyCacheLink | null = null
  next: PyCacheLink | null = null

  constructor(type: HeapType, key: Own, hash: Hash, result: Own) {
    super(type)
    this.key = key
    this.hash = hash
    this.result = result
  }

  /** The collector does not watch links: the cached function shows it what they hold. */
  visitEntry(visit: Visit): void {
    if (this.key !== null) visit(this.key, 'key')
    if (this.result !== null) visit(this.result, 'result')
    visitOwnType(this, visit)
  }

  override dealloc(): void {
    const { key, result } = this
    this.key = null
    this.result = null
    releaseMaybe(key)
    releaseMaybe(result)
  }
}

const linkSpec = defineType(PyCacheLink, 'functools._lru_list_elem', null, {
  basicsize: 48,
  module: 'functools',
  noInstantiation: true,
})

class PyCachedFunction extends PyObject {
  func: Held | null
  cache: Held<PyDict> | null
  infoType: Held | null
  /** `null` for no bound. */
  readonly maxsize: number | null
  readonly typed: boolean
  hits = 0
  misses = 0
  /** Ends of the ring: the least and the most recently used link. The ring owns a reference to each link. */
  oldest: PyCacheLink | null = null
  newest: PyCacheLink | null = null

  constructor(
    type: HeapType,
    func: Own,
    cache: Own<PyDict>,
    infoType: Own,
    maxsize: number | null,
    typed: boolean,
  ) {
    super(type)
    this.func = func
    this.cache = cache
    this.infoType = infoType
    this.maxsize = maxsize
    this.typed = typed
  }

  append(link: PyCacheLink): void {
    link.previous = this.newest
    link.next = null
    if (this.newest !== null) this.newest.next = link
    else this.oldest = link
    this.newest = link
  }

  extract(link: PyCacheLink): void {
    if (link.previous !== null) link.previous.next = link.next
    else this.oldest = link.next
    if (link.next !== null) link.next.previous = link.previous
    else this.newest = link.previous
    link.previous = null
    link.next = null
  }

  /** Empties the ring and gives its links to the caller. */
  takeLinks(): Held<PyCacheLink>[] {
    const links: Held<PyCacheLink>[] = []
    for (let link = this.oldest; link !== null; link = link.next) links.push(link as Held<PyCacheLink>)
    for (const link of links) {
      link.previous = null
      link.next = null
    }
    this.oldest = null
    this.newest = null
    return links
  }

  override traverse(visit: Visit): void {
    visitOwnType(this, visit)
    for (let link = this.oldest; link !== null; link = link.next) link.visitEntry(visit)
    if (this.cache !== null) visit(this.cache, 'cache')
    if (this.func !== null) visit(this.func, '__wrapped__')
    if (this.infoType !== null) visit(this.infoType, 'cache_info')
    if (this.dict !== null) visit(this.dict, '__dict__')
  }

  override hidden(visit: Visit): void {
    let index = 0
    for (let link = this.oldest; link !== null; link = link.next) visit(link, index++)
  }

  override clear(): void {
    const links = this.takeLinks()
    const { cache, func, infoType, dict } = this
    this.cache = null
    this.func = null
    this.infoType = null
    this.dict = null
    releaseMaybe(cache)
    releaseMaybe(func)
    releaseMaybe(infoType)
    releaseMaybe(dict)
    for (const link of links) release(link)
  }
}

/** The key of a call (`lru_cache_make_key`): a lone str or int stands for itself, everything else is a tuple. */
function makeKey(vm: VM, self: PyCachedFunction, args: readonly PyObject[], kwnames: KwNames): Own {
  const count = args.length - (kwnames?.length ?? 0)
  const [only] = args
  if (!self.typed && kwnames === null && count === 1) {
    const type = typeOf(only!)
    if (type === vm.types.str || type === vm.types.int) return newRef(only!)
  }
  if (!self.typed && (kwnames === null || kwnames.length === 0)) return argumentTuple(vm, args, kwnames)
  const parts: PyObject[] = args.slice(0, count)
  if (kwnames !== null && kwnames.length > 0) {
    // A mark that no argument can equal separates positional from keyword arguments.
    parts.push(vm.types.object)
    kwnames.forEach((name, i) => parts.push(name, args[count + i]!))
  }
  if (self.typed) for (const value of args) parts.push(typeOf(value))
  return newTuple(vm, parts.map(newRef) as Held[])
}

function callUnbounded(vm: VM, self: PyCachedFunction, args: readonly PyObject[], kwnames: KwNames): Own {
  return lend(makeKey(vm, self, args, kwnames), (key) => {
    const hash = hashOf(vm, key)
    const known = peekItem(vm, self.cache!, key, hash)
    if (known !== null) {
      self.hits++
      return newRef(known)
    }
    self.misses++
    const result = vm.call(self.func!, args, kwnames)
    putItem(vm, self.cache!, key, newRef(result), hash)
    return result
  })
}

function callBounded(vm: VM, self: PyCachedFunction, args: readonly PyObject[], kwnames: KwNames): Own {
  const key = makeKey(vm, self, args, kwnames)
  return lend(key, () => {
    const hash = hashOf(vm, key)
    const known = peekItem(vm, self.cache!, key, hash) as PyCacheLink | null
    if (known !== null) {
      self.extract(known)
      self.append(known)
      self.hits++
      return newRef(known.result!)
    }
    self.misses++
    const result = vm.call(self.func!, args, kwnames)
    // The call may have filled the place by itself.
    if (peekItem(vm, self.cache!, key, hash) !== null) return result
    try {
      remember(vm, self, key, hash, result)
    } catch (thrown) {
      release(result)
      throw thrown
    }
    return result
  })
}

/** Stores a result; where the cache is full the least recently used link is used again. */
function remember(vm: VM, self: PyCachedFunction, key: PyObject, hash: Hash, result: PyObject): void {
  const cache = self.cache!
  const { oldest } = self
  if (cache.size < self.maxsize! || oldest === null) {
    const link = new PyCacheLink(vm.typeFor(linkSpec), newRef(key), hash, newRef(result)) as Own<PyCacheLink>
    putItem(vm, cache, key, newRef(link), hash)
    self.append(link)
    return
  }
  self.extract(oldest)
  const dropped = takeItem(vm, cache, oldest.key!, oldest.hash)
  const oldKey = oldest.key!
  const oldResult = oldest.result!
  oldest.key = newRef(key)
  oldest.hash = hash
  oldest.result = newRef(result)
  putItem(vm, cache, key, newRef(oldest), hash)
  self.append(oldest)
  if (dropped !== null) release(dropped)
  release(oldKey)
  release(oldResult)
}

const method = methodsOf<PyCachedFunction>()

export const lruCacheWrapperSpec = defineType(
  PyCachedFunction,
  'functools._lru_cache_wrapper',
  'A function with a cache of its results.',
  {
    basicsize: 152,
    module: 'functools',
    subclassable: true,
    container: true,
    hasDict: true,
    hasWeakrefs: true,
    slots: {
      __new__: (vm, cls: PyType, args, kwnames) => {
        checkPositional(vm, 'lru_cache', args.length - (kwnames?.length ?? 0), 4, 4)
        const [func, maxsize, typed, infoType] = args as [PyObject, PyObject, PyObject, PyObject]
        if (!isCallable(func)) return vm.raise('TypeError', 'the first argument must be callable')
        if (maxsize !== vm.None && !(maxsize instanceof PyInt))
          return vm.raise('TypeError', 'maxsize should be integer or None')
        const bound = maxsize instanceof PyInt ? Math.max(0, Number(maxsize.value)) : null
        const made = new PyCachedFunction(
          cls,
          newRef(func),
          newDict(vm),
          newRef(infoType),
          bound,
          isTrue(vm, typed),
        )
        return tracked(vm, made) as unknown as Own
      },
      __call__: (vm, self, args, kwnames) => {
        if (self.maxsize === null) return callUnbounded(vm, self, args, kwnames)
        if (self.maxsize > 0) return callBounded(vm, self, args, kwnames)
        self.misses++
        return vm.call(self.func!, args, kwnames)
      },
      __get__: (vm, self, instance) =>
        instance === null || instance === vm.None ? newRef(self) : newMethod(vm, self, instance),
    },
    getset: [
      getset(
        '__dict__',
        'Attributes.',
        (vm, self) => getDict(vm, self),
        (_vm, self, value) => putDict(self, value instanceof PyDict ? newRef(value) : null),
      ),
    ],
    methods: [
      method('cache_info(self, /) -> object', 'Hits, misses, bound and size.', (vm, self) => {
        const bound = self.maxsize === null ? newRef(vm.None) : newInt(vm, self.maxsize)
        const parts = [
          newInt(vm, self.hits),
          newInt(vm, self.misses),
          bound as Own,
          newInt(vm, self.cache!.size),
        ]
        try {
          return vm.call(self.infoType!, parts)
        } finally {
          for (const part of parts) release(part)
        }
      }),
      method('cache_clear(self, /)', 'Forgets all results.', (_vm, self) => {
        const links = self.takeLinks()
        self.hits = 0
        self.misses = 0
        self.cache!.clear()
        for (const link of links) release(asOwn(link))
      }),
      method('__reduce__(self, /) -> object', 'The name under which it can be found again.', (vm, self) =>
        getAttrNamed(vm, self, '__qualname__'),
      ),
      method('__copy__(self, /) -> object', 'The function itself.', (_vm, self) => newRef(self)),
      method('__deepcopy__(self, memo: object, /) -> object', 'The function itself.', (_vm, self) =>
        newRef(self),
      ),
    ],
  },
)
