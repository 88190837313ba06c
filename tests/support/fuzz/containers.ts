// Statements about lists, dicts, sets, tuples, deques, their iterators, and comprehensions.

import type { Maker, Weighted } from './maker.ts'

function changeList(maker: Maker): void {
  const { name } = maker.container('list')
  const value = maker.value()
  const number = maker.random.pick(['0', '-1', '1'])
  maker.emit(
    maker.random.pick([
      `${name}.append(${value})`,
      `${name}.append(${value})`,
      `${name}.append(${name})`,
      `${name}.insert(${number}, ${value})`,
      `${name}.extend([${value}, ${maker.value()}])`,
      `${name}.clear()`,
      `${name}.reverse()`,
      `${name} += [${value}]`,
      `${name}[:] = [${value}]`,
      `${name}[${number}:] = (${value}, ${maker.value()})`,
      `del ${name}[${number}:]`,
      `del ${name}[::2]`,
      // In a loop these would double the list without end.
      `${name} *= 2 if len(${name}) < 40 else 1`,
      `${name}[1:1] = ${name} if len(${name}) < 40 else ()`,
      `${name}.sort(key=lambda x: 0)`,
      `print(len(${name}), sys.getrefcount(${name}))`,
      `print([type(x).__name__ for x in ${name}])`,
    ]),
  )
}

function takeFromList(maker: Maker): void {
  const { name } = maker.container('list')
  const result = maker.fresh('x')
  maker.compound([
    `if ${name}`,
    () => {
      maker.emit(
        maker.random.pick([
          `${result} = ${name}.pop()`,
          `${result} = ${name}.pop(0)`,
          `${result} = ${name}[0]`,
          `${result} = ${name}[-1]`,
        ]),
      )
      maker.print(`type(${result}).__name__`)
      if (maker.random.chance(60)) maker.emit(`del ${result}`)
    },
  ])
}

function changeDict(maker: Maker): void {
  const { name } = maker.container('dict')
  const value = maker.value()
  const key = maker.random.pick(["'k'", "'l'", "'m'", '1', "'self'", '(1, 2)'])
  maker.emit(
    maker.random.pick([
      `${name}[${key}] = ${value}`,
      `${name}[${key}] = ${value}`,
      `${name}['self'] = ${name}`,
      `${name}.pop(${key}, None)`,
      `${name}.setdefault(${key}, ${value})`,
      `${name}.update(k=${value}, m=${maker.value()})`,
      `${name} |= {${key}: ${value}}`,
      `${name}.clear()`,
      `print(len(${name}), list(${name}), gc.is_tracked(${name}))`,
      `print([type(x).__name__ for x in ${name}.values()])`,
      `print(type(${name}.get(${key})).__name__, ${key} in ${name})`,
      `print(type(${name}.popitem()[1]).__name__ if ${name} else 'empty')`,
    ]),
  )
}

function objectKey(maker: Maker): void {
  const object = maker.object(({ hashable }) => hashable)
  if (object === null) return changeDict(maker)
  const { name } = maker.container('dict')
  maker.emit(`${name}[${object.name}] = ${maker.value()}`)
  if (maker.random.chance(40)) maker.print(`${object.name} in ${name}`, `sys.getrefcount(${object.name})`)
}

function changeSet(maker: Maker): void {
  const { name } = maker.container('set')
  maker.emit(
    maker.random.pick([
      `${name}.add(${maker.random.pick(['1', '5', '(1, 2)', '2.5'])})`,
      `${name}.discard(1)`,
      `print(len(${name}), sys.getrefcount(${name}))`,
      `${name}.clear()`,
      `${name} |= {8}`,
      `${name} = ${name} & {1, 2}`,
      `print(len(${name} - {1}), 1 in ${name}, gc.is_tracked(${name}))`,
      `print(len(frozenset(${name})), ${name}.copy() == ${name})`,
    ]),
  )
}

function changeDeque(maker: Maker): void {
  if (maker.avoided.has('collections')) return changeList(maker)
  const { name } = maker.container('deque')
  const value = maker.value()
  maker.emit(
    maker.random.pick([
      `${name}.append(${value})`,
      `${name}.appendleft(${value})`,
      `${name}.append(${name})`,
      `${name}.rotate(1)`,
      `${name}.extend([${value}, ${maker.value()}])`,
      `${name}.clear()`,
      `print(type(${name}.pop()).__name__ if ${name} else 'empty')`,
      `print(type(${name}.popleft()).__name__ if ${name} else 'empty')`,
      `print(len(${name}), sys.getrefcount(${name}))`,
    ]),
  )
}

function changeTuple(maker: Maker): void {
  const { name } = maker.container('tuple')
  maker.random.pick<() => void>([
    () => maker.print(`len(${name})`, `gc.is_tracked(${name})`),
    () => maker.print(`sys.getrefcount(${name})`),
    () => maker.assign('tuple', `(${name}, ${maker.value()})`),
    () => maker.assign('tuple', `${name} + (${maker.value()},)`),
    () => maker.assign('any', `${name}[0]`),
    () => maker.assign('any', `${name}[-1]`),
    () => maker.print(`[type(x).__name__ for x in ${name}]`),
  ])()
}

/** Values put into a list's element and back: a nested cycle. */
function nest(maker: Maker): void {
  const { name } = maker.container('list')
  const table = maker.container('dict').name
  maker.emit(`${name}.append(${table})`)
  maker.emit(`${table}['back'] = ${maker.random.pick([name, `(${name},)`, `[${name}]`])}`)
}

function iterate(maker: Maker): void {
  const source = maker.find('list', 'dict', 'tuple', 'deque')
  if (source === null) return changeList(maker)
  const { name, type } = source
  const expression = maker.random.pick([
    `iter(${name})`,
    `iter(${name})`,
    `enumerate(${name})`,
    `zip(${name}, [1, 2])`,
    `map(type, ${name})`,
    `filter(None, [${name}, ${name}])`,
    type === 'dict' ? `iter(${name}.items())` : `reversed(${name})`,
    `iter([${name}, ${maker.value()}])`,
  ])
  maker.assign('iterator', expression)
}

function advance(maker: Maker): void {
  const found = maker.find('iterator')
  if (found === null) return iterate(maker)
  // A dict or deque that has changed meanwhile says so.
  maker.compound(
    [
      'try',
      () =>
        maker.emit(
          maker.random.pick([
            `print(type(next(${found.name}, None)).__name__)`,
            `next(${found.name}, None)`,
            `print(len(list(${found.name})))`,
          ]),
        ),
    ],
    ['except RuntimeError as error', () => maker.print('error')],
  )
}

function comprehend(maker: Maker): void {
  const { random } = maker
  const source = maker.find('list', 'tuple', 'deque')?.name ?? `[${maker.value()}, ${maker.value()}]`
  const cls = maker.class()
  const made = cls === null ? '[x]' : cls.takesName ? `${cls.name}(f'${cls.name}-{i}')` : `${cls.name}()`
  random.pick<() => void>([
    () => maker.assign('list', `[x for x in ${source}]`),
    () =>
      maker.assign(
        'list',
        cls === null ? `[[i] for i in range(3)]` : `[${made} for i in range(${random.between(1, 3)})]`,
      ),
    () => maker.assign('dict', `{i: x for i, x in enumerate(${source})}`),
    () => maker.assign('list', `[(x, x) for x in ${source} if x is not None]`),
    () => maker.print(`sum(1 for x in ${source})`),
    () => maker.print(`{type(x).__name__ for x in [${maker.value()}]}`),
    () => maker.assign('generator', `(x for x in ${source})`),
    () => maker.print(`[sys.getrefcount(x) for x in [${maker.display('list')}, ${maker.display('list')}]]`),
    () => maker.assign('list', `[lambda: x for x in ${source}]`),
    () => maker.assign('dict', `dict.fromkeys(['k', 'l'], ${maker.value()})`),
    () => maker.assign('list', `list(${source})`),
    () => maker.assign('tuple', `tuple(${source}) + (1,)`),
  ])()
}

function compareContainers(maker: Maker): void {
  const one = maker.find('list', 'tuple')
  if (one === null) return changeList(maker)
  const object = maker.find('object')
  if (object === null) return changeList(maker)
  maker.compound(
    ['try', () => maker.print(`${object.name} in ${one.name}`, `${one.name}.count(${object.name})`)],
    ['except RecursionError as error', () => maker.print('error')],
  )
}

/** Weighted makers of this topic. */
export const containerStatements: readonly Weighted[] = [
  [12, changeList],
  [4, takeFromList],
  [9, changeDict],
  [2, objectKey],
  [2, changeSet],
  [4, changeDeque],
  [4, changeTuple],
  [4, nest],
  [3, iterate],
  [4, advance],
  [6, comprehend],
  [1, compareContainers],
]
