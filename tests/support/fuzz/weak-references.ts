// Statements about weak references and what is built on them. A `WeakSet` is asked for its length only: its order
// follows from addresses.

import type { Maker, Weighted } from './maker.ts'
import type { ClassInfo, Name } from './scope.ts'

const weakrefable = ({ weakrefable }: ClassInfo) => weakrefable

/** Something that can be referred to weakly, or null. */
function target(maker: Maker): Name | null {
  const { random } = maker
  if (random.chance(80)) return maker.object(weakrefable)
  return maker.find('function', 'generator', 'set', 'deque') ?? maker.object(weakrefable)
}

/** An expression for a callback. */
function callback(maker: Maker): string {
  const { random } = maker
  const label = maker.label()
  const object = maker.find('object')
  return random.weighted<string>([
    [6, `lambda ref: print('callback', ${label}, ref() is None)`],
    [2, `lambda ref: print('callback', ${label}, sys.getrefcount(ref))`],
    [
      object === null ? 0 : 2,
      `lambda ref, held=${object?.name}: print('callback', ${label}, type(held).__name__)`,
    ],
    [2, `lambda ref: kept.append(ref)`],
    [1, `lambda ref: print('callback', ${label}, gc.collect())`],
    [1, `lambda ref: [][1]`],
    [1, `lambda ref: print('callback', ${label}, len(kept))`],
    [1, 'print_reference'],
  ])
}

function makeReference(maker: Maker): void {
  const object = target(maker)
  if (object === null) return
  if (!maker.use('weakref')) return
  const { random } = maker
  const expression = random.chance(55)
    ? `weakref.ref(${object.name}, ${callback(maker)})`
    : `weakref.ref(${object.name})`
  if (random.chance(8)) maker.emit(expression)
  else if (random.chance(15)) maker.emit(`kept.append(${expression})`)
  else maker.assign('ref', expression)
}

function useReference(maker: Maker): void {
  const ref = maker.find('ref')
  if (ref === null) return makeReference(maker)
  const { name } = ref
  const other = maker.find('ref')
  maker.emit(
    maker.random.pick([
      `print(type(${name}()).__name__)`,
      `print(${name}() is None)`,
      `print(sys.getrefcount(${name}))`,
      `print(${name}() is None or sys.getrefcount(${name}()))`,
      `print(${name} == ${other?.name ?? name}, ${name} is ${other?.name ?? name})`,
      `print(${name}.__callback__ is None)`,
    ]),
  )
  if (maker.random.chance(25)) maker.assign('any', `${name}()`)
}

function hashReference(maker: Maker): void {
  const ref = maker.find('ref')
  if (ref === null) return makeReference(maker)
  maker.compound(
    ['try', () => maker.print(`hash(${ref.name}) == hash(${ref.name}())`)],
    ['except TypeError as error', () => maker.print('error')],
  )
}

function countReferences(maker: Maker): void {
  const object = maker.object(weakrefable)
  if (object === null) return makeReference(maker)
  if (!maker.use('weakref')) return
  maker.print(
    maker.random.pick([
      `weakref.getweakrefcount(${object.name})`,
      `len(weakref.getweakrefs(${object.name}))`,
      `[r.__callback__ is None for r in weakref.getweakrefs(${object.name})]`,
      `weakref.ref(${object.name}) is weakref.ref(${object.name})`,
    ]),
  )
}

function makeProxy(maker: Maker): void {
  const object = maker.object(weakrefable)
  if (object === null) return makeReference(maker)
  if (!maker.use('weakref')) return
  maker.assign(
    'proxy',
    maker.random.chance(40)
      ? `weakref.proxy(${object.name}, ${callback(maker)})`
      : `weakref.proxy(${object.name})`,
  )
}

function useProxy(maker: Maker): void {
  const proxy = maker.find('proxy')
  if (proxy === null) return makeProxy(maker)
  const { name } = proxy
  maker.compound(
    [
      'try',
      () =>
        maker.emit(
          maker.random.pick([
            `print(${name}.name)`,
            `print(str(${name}))`,
            `print(type(${name}.touch()).__name__)`,
            `${name}.a = ${maker.value()}`,
            `print(isinstance(${name}, ${maker.class()?.name ?? 'int'}))`,
            `print(bool(${name}))`,
          ]),
        ),
    ],
    ['except ReferenceError as error', () => maker.print('error')],
  )
}

function makeWeakDictionary(maker: Maker): void {
  if (!maker.use('weakref')) return
  if (maker.random.chance(55)) maker.assign('values', 'weakref.WeakValueDictionary()')
  else maker.assign('keys', 'weakref.WeakKeyDictionary()')
}

function useValues(maker: Maker): void {
  const dictionary = maker.find('values')
  const object = maker.object(weakrefable)
  if (dictionary === null || object === null) return makeWeakDictionary(maker)
  const { name } = dictionary
  const key = maker.random.pick(["'k'", "'l'", '1', '2'])
  const cls = maker.class(weakrefable)
  maker.emit(
    maker.random.pick([
      `${name}[${key}] = ${object.name}`,
      `${name}[${key}] = ${object.name}`,
      `${name}[${key}] = ${cls === null ? object.name : maker.instance(cls)}`,
      `print(list(${name}))`,
      `print(len(${name}), ${key} in ${name})`,
      `print(type(${name}.get(${key})).__name__)`,
      `print(type(${name}.pop(${key}, None)).__name__)`,
      `print(type(${name}.setdefault(${key}, ${object.name})).__name__)`,
      `print([r() is None for r in ${name}.valuerefs()])`,
      `print([type(v).__name__ for v in ${name}.values()], sys.getrefcount(${object.name}))`,
      `print(len(${name}.copy()))`,
      `${name}.update(k=${object.name})`,
      `print(sys.getrefcount(${name}))`,
      `${name}.clear()`,
    ]),
  )
}

function useKeys(maker: Maker): void {
  const dictionary = maker.find('keys')
  const object = maker.object(({ weakrefable, hashable }) => weakrefable && hashable)
  if (dictionary === null || object === null) return makeWeakDictionary(maker)
  const { name } = dictionary
  maker.emit(
    maker.random.pick([
      `${name}[${object.name}] = ${maker.value()}`,
      `${name}[${object.name}] = ${maker.value()}`,
      `${name}[${object.name}] = ${object.name}`,
      `print([k.name for k in ${name}])`,
      `print(len(${name}), ${object.name} in ${name})`,
      `print(type(${name}.get(${object.name})).__name__)`,
      `print(type(${name}.pop(${object.name}, None)).__name__)`,
      `print([type(v).__name__ for v in ${name}.values()])`,
      `print([r() is None for r in ${name}.keyrefs()])`,
      `${name}.clear()`,
    ]),
  )
}

function makeWeakSet(maker: Maker): void {
  if (!maker.use('weakref')) return
  maker.assign('weakset', 'weakref.WeakSet()')
}

function useWeakSet(maker: Maker): void {
  const set = maker.find('weakset')
  const object = maker.object(({ weakrefable, hashable }) => weakrefable && hashable)
  if (set === null || object === null) return makeWeakSet(maker)
  const { name } = set
  const cls = maker.class(({ weakrefable, hashable }) => weakrefable && hashable)
  maker.emit(
    maker.random.pick([
      `${name}.add(${object.name})`,
      `${name}.add(${object.name})`,
      `${name}.add(${cls === null ? object.name : maker.instance(cls)})`,
      `print(len(${name}), ${object.name} in ${name})`,
      `print(sorted(o.name for o in ${name}))`,
      `${name}.discard(${object.name})`,
      `print(sys.getrefcount(${object.name}))`,
      `${name}.clear()`,
      `print(len(${name} | {${object.name}}))`,
    ]),
  )
}

function makeFinalizer(maker: Maker): void {
  const object = maker.object(weakrefable)
  if (object === null) return makeReference(maker)
  if (!maker.use('weakref')) return
  const action = maker.random.pick([
    `print, 'finalize', ${maker.label()}`,
    `print, 'finalize', ${maker.label()}`,
    `kept.append, ${maker.value()}`,
    `lambda: print('finalize', ${maker.label()}, len(kept))`,
    `gc.collect`,
  ])
  const expression = `weakref.finalize(${object.name}, ${action})`
  if (maker.random.chance(30)) maker.emit(expression)
  else maker.assign('finalize', expression)
}

function useFinalizer(maker: Maker): void {
  const finalizer = maker.find('finalize')
  if (finalizer === null) return makeFinalizer(maker)
  const { name } = finalizer
  maker.emit(
    maker.random.pick([
      `print(${name}.alive)`,
      `print(${name}.alive, ${name}())`,
      `print(${name}.detach() is None)`,
      `print(${name}.peek() is None)`,
      `${name}.atexit = False`,
      `print(sys.getrefcount(${name}))`,
    ]),
  )
}

function makeWeakMethod(maker: Maker): void {
  const object = maker.object(weakrefable)
  if (object === null) return makeReference(maker)
  if (!maker.use('weakref')) return
  maker.assign(
    'weakmethod',
    maker.random.chance(30)
      ? `weakref.WeakMethod(${object.name}.touch, ${callback(maker)})`
      : `weakref.WeakMethod(${object.name}.touch)`,
  )
}

function useWeakMethod(maker: Maker): void {
  const method = maker.find('weakmethod')
  if (method === null) return makeWeakMethod(maker)
  const { name } = method
  maker.emit(
    maker.random.pick([
      `print(${name}() is None)`,
      `print(${name}() is None or type(${name}()()).__name__)`,
      `print(${name} == ${name}, sys.getrefcount(${name}))`,
    ]),
  )
}

function refuse(maker: Maker): void {
  const object = maker.find('object', 'list', 'dict', 'tuple')
  if (object === null) return makeReference(maker)
  if (!maker.use('weakref')) return
  maker.compound(
    ['try', () => maker.print(`weakref.ref(${object.name})() is ${object.name}`)],
    ['except TypeError as error', () => maker.print('error')],
  )
}

function storeReference(maker: Maker): void {
  const ref = maker.find('ref', 'weakmethod', 'finalize')
  const object = maker.object()
  if (ref === null || object === null) return makeReference(maker)
  maker.emit(`${object.name}.b = ${ref.name}`)
}

/** Weighted makers of this topic. */
export const weakStatements: readonly Weighted[] = [
  [12, makeReference],
  [8, useReference],
  [1, hashReference],
  [3, countReferences],
  [3, makeProxy],
  [3, useProxy],
  [2, makeWeakDictionary],
  [4, useValues],
  [3, useKeys],
  [1, makeWeakSet],
  [3, useWeakSet],
  [4, makeFinalizer],
  [3, useFinalizer],
  [2, makeWeakMethod],
  [2, useWeakMethod],
  [1, refuse],
  [2, storeReference],
]
