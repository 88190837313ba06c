// Statements about names, objects and their attributes: binding, deleting, cycles, counts, identity, copying.

import { attributes, counted, type Maker, type Weighted } from './maker.ts'

function makeObject(maker: Maker): void {
  const cls = maker.class()
  if (cls === null) return makeContainer(maker)
  maker.assign('object', maker.instance(cls), cls)
}

function makeContainer(maker: Maker): void {
  const type = maker.random.pick(['list', 'dict', 'tuple', 'set', 'deque', 'list', 'dict'] as const)
  if (type === 'deque') maker.container(type)
  else maker.assign(type, maker.display(type))
}

function alias(maker: Maker): void {
  const name = maker.find('object', 'list', 'dict', 'generator', 'function')
  if (name === null) return makeObject(maker)
  maker.assign(name.type, name.name, name.cls, name.arity)
}

function remove(maker: Maker): void {
  const names = maker.scope.deletable()
  if (names.length === 0) return makeObject(maker)
  const gone = [maker.random.pick(names)]
  if (names.length > 1 && maker.random.chance(20)) {
    const other = maker.random.pick(names)
    if (other !== gone[0]) gone.push(other)
  }
  maker.emit(`del ${gone.map(({ name }) => name).join(', ')}`)
  for (const { name } of gone) maker.scope.forget(name)
}

function count(maker: Maker): void {
  const name = maker.find(...counted)
  if (name === null) return makeObject(maker)
  maker.print(`sys.getrefcount(${name.name})`)
}

function setAttribute(maker: Maker): void {
  const name = maker.object()
  if (name === null) return makeContainer(maker)
  maker.emit(`${name.name}.${maker.random.pick(attributes)} = ${maker.value()}`)
}

function linkObjects(maker: Maker): void {
  const one = maker.object()
  const other = maker.object()
  if (one === null || other === null) return makeContainer(maker)
  maker.emit(`${one.name}.a = ${other.name}`)
  if (maker.random.chance(70)) maker.emit(`${other.name}.b = ${one.name}`)
}

function removeAttribute(maker: Maker): void {
  const name = maker.object()
  if (name === null) return makeContainer(maker)
  const attribute = maker.random.pick(attributes)
  maker.compound([
    `if hasattr(${name.name}, '${attribute}')`,
    () => {
      maker.emit(`del ${name.name}.${attribute}`)
      if (maker.random.chance(30)) maker.print("'deleted'")
    },
  ])
}

function readAttribute(maker: Maker): void {
  const name = maker.object()
  if (name === null) return makeContainer(maker)
  maker.assign('any', `getattr(${name.name}, '${maker.random.pick(attributes)}', None)`)
}

function showAny(maker: Maker): void {
  const name = maker.find('any')
  if (name === null) return readAttribute(maker)
  maker.print(`type(${name.name}).__name__`)
}

function callMethod(maker: Maker): void {
  const name = maker.object()
  if (name === null) return makeContainer(maker)
  const { random } = maker
  const call = random.pick([
    `${name.name}.touch()`,
    `${name.name}.touch()`,
    `type(${name.name}).touch(${name.name})`,
    `repr(${name.name})`,
    `str(${name.name})`,
  ])
  random.weighted([
    [3, () => maker.print(`type(${call}).__name__`)],
    [2, () => maker.emit(call)],
    [2, () => maker.assign('any', call)],
  ])()
}

function bindMethod(maker: Maker): void {
  const name = maker.object()
  if (name === null) return makeContainer(maker)
  const method = maker.assign('method', `${name.name}.touch`)
  if (maker.random.chance(40))
    maker.print(`${method.name}.__self__ is ${name.name}`, `sys.getrefcount(${name.name})`)
}

function useMethod(maker: Maker): void {
  const method = maker.find('method')
  if (method === null) return bindMethod(maker)
  const { name } = method
  const line = maker.random.pick([
    `print(type(${name}()).__name__)`,
    `print(sys.getrefcount(${name}.__self__))`,
    `print(sys.getrefcount(${name}), sys.getrefcount(${name}.__func__) > 1)`,
    `print(${name} == ${name}.__self__.touch, ${name}.__name__)`,
    `${name}.__self__.c = ${name}`,
  ])
  maker.emit(line)
}

function special(maker: Maker): void {
  const { random } = maker
  const property = maker.object(({ property }) => property)
  const callable = maker.object(({ callable }) => callable)
  const iterable = maker.object(({ iterable }) => iterable)
  const choices: (() => void)[] = []
  if (property !== null) {
    const { name } = property
    choices.push(
      () => maker.print(`type(${name}.prop).__name__`),
      () => maker.emit(`${name}.prop = ${maker.value()}`),
      () => maker.emit(`del ${name}.prop`),
    )
  }
  if (callable !== null) choices.push(() => maker.print(`type(${callable.name}(${maker.value()})).__name__`))
  if (iterable !== null) {
    const { name } = iterable
    choices.push(
      () => maker.print(`[type(x).__name__ for x in ${name}]`),
      () => maker.assign('generator', `iter(${name})`),
      () => maker.emit(`first, *rest = ${name}\ndel first, rest`.split('\n')[0]!),
    )
  }
  if (choices.length === 0) return count(maker)
  random.pick(choices)()
}

function dictionaryOf(maker: Maker): void {
  const name = maker.object(({ hasDict }) => hasDict)
  if (name === null) return count(maker)
  const { random } = maker
  const attribute = random.pick(attributes)
  random.pick<() => void>([
    () => maker.print(`list(${name.name}.__dict__)`),
    () => maker.assign('dict', `${name.name}.__dict__`),
    () => maker.assign('dict', `vars(${name.name})`),
    () => maker.print(`sys.getrefcount(${name.name}.__dict__)`),
    () => maker.emit(`${name.name}.__dict__['${attribute}'] = ${maker.value()}`),
    () => maker.emit(`${name.name}.__dict__.pop('${attribute}', None)`),
    () => maker.emit(`${name.name}.__dict__.update(a=${maker.value()}, extra=${maker.value()})`),
    () => maker.print(`gc.is_tracked(${name.name}.__dict__)`, `len(${name.name}.__dict__)`),
    () => maker.emit(`${name.name}.__dict__ = {'name': 'renamed', 'a': ${maker.value()}}`),
  ])()
}

function manyAttributes(maker: Maker): void {
  const name = maker.object(({ hasDict }) => hasDict)
  if (name === null) return count(maker)
  const number = maker.random.pick([5, 12, 31, 40])
  maker.compound([
    `for i in range(${number})`,
    () => maker.emit(`setattr(${name.name}, f'attr{i}', ${maker.random.pick(['i', '[]', name.name])})`),
  ])
  maker.print(`len(gc.get_referents(${name.name})) > 0`)
}

function swap(maker: Maker): void {
  const names = maker.scope
    .of('object', 'list', 'dict')
    .filter(({ pinned, level }) => !pinned && level === maker.scope.level)
  if (names.length < 2) return alias(maker)
  const one = maker.random.pick(names)
  const other = maker.random.pick(names.filter((name) => name !== one))
  maker.emit(`${one.name}, ${other.name} = ${other.name}, ${one.name}`)
  const { type, cls } = one
  maker.scope.bind(one.name, other.type, other.cls)
  maker.scope.bind(other.name, type, cls)
}

function identity(maker: Maker): void {
  const cls = maker.class()
  if (cls === null || cls.finalizer) return count(maker)
  const temporary = maker.fresh('t')
  const number = maker.fresh('n')
  maker.emit(`${temporary} = ${maker.instance(cls)}`)
  maker.emit(`${number} = id(${temporary})`)
  maker.emit(`del ${temporary}`)
  maker.assign('object', maker.instance(cls), cls)
  const last = maker.scope.names.at(-1)!
  maker.print(`id(${last.name}) == ${number}`)
}

function identities(maker: Maker): void {
  const one = maker.find('object', 'list', 'dict', 'any')
  const other = maker.find('object', 'list', 'dict', 'any')
  if (one === null || other === null) return count(maker)
  maker.print(`${one.name} is ${other.name}`, `id(${one.name}) == id(${other.name})`)
}

function copyValue(maker: Maker): void {
  const name = maker.find('object', 'list', 'dict', 'tuple')
  if (name === null) return makeObject(maker)
  if (!maker.use('copy')) return count(maker)
  const type = name.type === 'tuple' ? 'any' : name.type
  const how = maker.random.pick(['copy', 'copy', 'deepcopy'])
  const result = maker.fresh('copied')
  // What cannot be copied (a generator inside, a weak reference to something that is not copied) says so.
  maker.compound(
    [
      'try',
      () => {
        maker.emit(`${result} = copy.${how}(${name.name})`)
        maker.print(`type(${result}).__name__`, `${result} is ${name.name}`)
        if (type !== 'any') maker.print(`sys.getrefcount(${result})`)
      },
    ],
    ['except TypeError as error', () => maker.print('error')],
  )
}

function classState(maker: Maker): void {
  const cls = maker.class()
  if (cls === null) return makeContainer(maker)
  const { random } = maker
  random.pick<() => void>([
    () => maker.emit(`${cls.name}.shared.append(${maker.value()})`),
    () => maker.emit(`${cls.name}.shared.clear()`),
    () => maker.emit(`del ${cls.name}.shared[:1]`),
    () => maker.print(`len(${cls.name}.shared)`),
    () => maker.emit(`${cls.name}.extra = ${maker.value()}`),
    () =>
      maker.print(
        `[c.__name__ for c in ${cls.name}.__subclasses__()]`,
        `[c.__name__ for c in ${cls.name}.__mro__]`,
      ),
    () => maker.print(`sys.getrefcount(${cls.name}.shared)`),
  ])()
}

function deleteClass(maker: Maker): void {
  const found = maker.classes.filter(({ pinned }) => !pinned)
  if (found.length === 0 || maker.scope.isFunction || maker.depth > 0) return count(maker)
  const cls = maker.random.pick(found)
  maker.classes.splice(maker.classes.indexOf(cls), 1)
  maker.emit(`del ${cls.name}`)
}

function changeClass(maker: Maker): void {
  const name = maker.object(({ hasDict, raisable }) => hasDict && !raisable)
  const cls = maker.class(({ hasDict, raisable }) => hasDict && !raisable)
  if (name === null || cls === null || name.pinned) return count(maker)
  maker.compound(
    ['try', () => maker.emit(`${name.name}.__class__ = ${cls.name}`)],
    ['except TypeError', () => maker.print("'layouts differ'")],
  )
  // From here on it may be of either class.
  maker.scope.names
    .filter(({ type }) => type === 'object')
    .forEach((bound) => {
      if (bound.cls === name.cls) bound.cls = null
    })
}

function makeClass(maker: Maker): void {
  if (maker.classes.length === 0) return makeContainer(maker)
  const cls = maker.class(({ raisable }) => !raisable)
  if (cls === null) return makeContainer(maker)
  const name = maker.fresh('Made')
  maker.emit(`${name} = type('${name}', (${cls.name},), {'c': ${maker.value()}})`)
  maker.print(`${name}.__name__`, `len(${cls.name}.__subclasses__())`)
  if (!maker.scope.isFunction && maker.depth === 0 && maker.random.chance(50)) maker.emit(`del ${name}`)
}

function unpack(maker: Maker): void {
  const name = maker.find('list', 'tuple', 'deque')
  if (name === null) return makeContainer(maker)
  const first = maker.fresh('x')
  const rest = maker.fresh('items')
  maker.emit(`*${rest}, ${first} = ${name.name}, ${maker.value()}`)
  maker.scope.bind(first, 'any')
  maker.scope.bind(rest, 'list')
}

/** Weighted makers of this topic. */
export const objectStatements: readonly Weighted[] = [
  [14, makeObject],
  [8, makeContainer],
  [8, alias],
  [16, remove],
  [10, count],
  [8, setAttribute],
  [8, linkObjects],
  [3, removeAttribute],
  [4, readAttribute],
  [2, showAny],
  [4, callMethod],
  [3, bindMethod],
  [3, useMethod],
  [4, special],
  [4, dictionaryOf],
  [1, manyAttributes],
  [3, swap],
  [2, identity],
  [1, identities],
  [2, copyValue],
  [3, classState],
  [1, deleteClass],
  [1, changeClass],
  [1, makeClass],
  [2, unpack],
]
