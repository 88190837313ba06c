// Classes: what they derive from, their slots, what their methods do, and above all their finalizers.

import { attributes, type Maker } from './maker.ts'
import type { ClassInfo } from './scope.ts'
import type { Statement } from './tree.ts'

type Base = 'object' | 'derived' | 'slots' | 'list' | 'dict' | 'set' | 'tuple' | 'exception'

/** A method of the class being written: what goes before `self`'s use is up to `body`. */
function method(maker: Maker, head: string, body: () => void): void {
  maker.define(`def ${head}`, [], body)
}

function writeInit(maker: Maker, cls: ClassInfo, base: Base): void {
  const { random } = maker
  if (base === 'tuple') {
    method(maker, '__new__(cls, name)', () => {
      maker.emit(`self = super().__new__(cls, (name, ${maker.value()}))`)
      maker.emit('self.name = name')
      maker.emit('return self')
    })
    return
  }
  method(maker, '__init__(self, name)', () => {
    maker.scope.bind('self', 'object', cls).pinned = true
    if (base === 'exception') maker.emit('super().__init__(name)')
    maker.emit('self.name = name')
    for (let i = random.pick([0, 0, 1, 1, 2]); i > 0; i--) {
      const attribute = random.pick(attributes)
      maker.emit(
        random.weighted<string>([
          [3, `self.${attribute} = self`],
          [3, `self.${attribute} = []`],
          [2, `self.${attribute} = {}`],
          [2, `self.${attribute} = [self]`],
          [1, `self.${attribute} = self.touch`],
          [2, `self.${attribute} = lambda: self`],
          [1, `self.${attribute} = None`],
          [2, `self.shared.append(self)`],
          [1, `kept.append(self)`],
          [1, `print('init', name, sys.getrefcount(self))`],
          [cls.hashable && cls.weakrefable && maker.use('weakref') ? 1 : 0, `self.registry.add(self)`],
          [2, `self.${attribute} = ${maker.value()}`],
        ]),
      )
    }
  })
}

function writeTouch(maker: Maker): void {
  maker.define('def touch(self)', [], () => {
    maker.emit(
      maker.random.weighted<string>([
        [3, 'return self'],
        [2, 'return self.name'],
        [2, 'return sys.getrefcount(self)'],
        [1, 'return lambda: self'],
        [1, 'return [self]'],
        [1, "return getattr(self, 'a', None)"],
        [1, "print('touch', self.name, sys.getrefcount(self))"],
        [1, 'self.b = self.touch'],
        [1, 'return super().__repr__'],
      ]),
    )
  })
}

function writeFinalizer(maker: Maker): void {
  const { random } = maker
  maker.define('def __del__(self)', [], () => {
    if (random.chance(92)) maker.print("'del'", 'self.name')
    if (random.chance(45)) return
    const older = maker.classes.filter(({ finalizer, takesName }) => !finalizer && takesName)
    random.weighted<() => void>([
      [4, () => maker.emit('kept.append(self)')],
      [2, () => maker.emit('self.shared.append(self)')],
      [3, () => maker.print("'count'", 'sys.getrefcount(self)')],
      [2, () => maker.emit('self.a = self')],
      [2, () => maker.emit(`raise ValueError(${maker.label()})`)],
      [1, () => maker.emit('self.missing')],
      [1, () => maker.print("'collected'", 'gc.collect()')],
      [2, () => maker.compound(["if hasattr(self, 'a')", () => maker.emit('del self.a')])],
      [2, () => maker.print("'attribute'", "type(getattr(self, 'a', None)).__name__")],
      [1, () => maker.emit('kept.clear()')],
      [1, () => maker.emit('global revived\nrevived = self'.split('\n').join('; '))],
      [
        older.length > 0 ? 2 : 0,
        () => {
          const { name } = random.pick(older)
          maker.emit(`other = ${name}(${maker.label()})`)
          maker.print("'made'", 'other.name')
        },
      ],
      [1, () => maker.print("'tracked'", 'gc.is_tracked(self)', 'gc.is_finalized(self)')],
      [1, () => maker.emit('self.__init__(self.name + "!")')],
    ])()
  })
}

function writeOthers(maker: Maker, cls: ClassInfo): void {
  const { random } = maker
  if (cls.callable)
    maker.define('def __call__(self, value=None)', [], () =>
      maker.emit(random.pick(['return value', 'return self', 'self.c = value', 'return [self, value]'])),
    )
  if (cls.manager) {
    maker.define('def __enter__(self)', [], () => {
      if (random.chance(50)) maker.print("'enter'", 'self.name')
      maker.emit(`return ${random.pick(['self', 'self', 'None', '[self]'])}`)
    })
    maker.define('def __exit__(self, kind, value, traceback)', [], () => {
      maker.print("'exit'", 'self.name', 'kind is None')
      maker.emit(
        random.pick([
          'self.b = value',
          'return True',
          'kept.append(traceback)',
          'return False',
          'self.c = [value]',
        ]),
      )
    })
  }
  if (cls.iterable)
    maker.define('def __iter__(self)', [], () => {
      maker.emit("yield getattr(self, 'a', None)")
      if (random.chance(50)) maker.emit(random.pick(['yield self', "yield 'end'", 'yield [self]']))
    })
  if (cls.property) {
    maker.define('@property\ndef prop(self)', [], () =>
      maker.emit(random.pick(["return getattr(self, 'a', None)", 'return self'])),
    )
    maker.define('@prop.setter\ndef prop(self, value)', [], () => maker.emit('self.a = value'))
    maker.define('@prop.deleter\ndef prop(self)', [], () =>
      maker.emit(random.pick(['self.a = None', "print('deleter')"])),
    )
  }
  if (cls.factory)
    maker.define('@classmethod\ndef made(cls, name)', [], () => {
      maker.emit('made = cls(name)')
      if (random.chance(50)) maker.emit('cls.shared.append(made)')
      maker.emit('return made')
    })
  if (random.chance(8))
    maker.define('def __setattr__(self, name, value)', [], () =>
      maker.emit('super().__setattr__(name, value)'),
    )
  if (random.chance(6))
    maker.define('def __getattr__(self, name)', [], () => {
      maker.compound([
        `if name == 'a'`,
        () => maker.emit(random.pick(['return self', 'return []', 'return None'])),
      ])
      maker.emit('raise AttributeError(name)')
    })
}

/** Writes a class, which the rest of the program can use. */
export function makeClass(maker: Maker): void {
  const { random } = maker
  const parents = maker.classes.filter(({ takesName }) => takesName)
  const base = random.weighted<Base>([
    [10, 'object'],
    [parents.length > 0 ? 4 : 0, 'derived'],
    [4, 'slots'],
    [2, 'list'],
    [2, 'dict'],
    [1, 'set'],
    [1, 'tuple'],
    [2, 'exception'],
  ])
  const parent = base === 'derived' ? random.pick(parents) : null
  const slots = base === 'slots'
  const weakSlot = random.chance(60)
  const dictSlot = random.chance(20)
  const unhashable = base === 'list' || base === 'dict' || base === 'set'
  const custom = random.chance(10) && !unhashable
  const cls: ClassInfo = {
    name: maker.fresh('Class'),
    takesName: true,
    weakrefable: parent !== null ? true : base === 'tuple' ? false : slots ? weakSlot : true,
    hasDict: slots ? dictSlot : true,
    hashable: parent !== null ? parent.hashable : !unhashable,
    callable: random.chance(15) || parent?.callable === true,
    manager: random.chance(20) || parent?.manager === true,
    iterable: (!unhashable && base !== 'tuple' && random.chance(12)) || parent?.iterable === true,
    property: random.chance(15) || parent?.property === true,
    factory: random.chance(12) || parent?.factory === true,
    raisable: base === 'exception' || parent?.raisable === true,
    finalizer: random.chance(60) || parent?.finalizer === true,
    pinned: false,
  }
  if (cls.raisable) cls.manager = parent?.manager === true
  if (cls.hashable && random.chance(60) && parent?.finalizer) cls.finalizer = true
  const bases: Record<Base, string> = {
    object: '',
    slots: '',
    derived: `(${parent?.name})`,
    list: '(list)',
    dict: '(dict)',
    set: '(set)',
    tuple: '(tuple)',
    exception: '(Exception)',
  }
  if (parent !== null) parent.pinned = parent.pinned || random.chance(50)
  const usesRegistry = cls.hashable && cls.weakrefable && base !== 'tuple'
  const inherits = parent !== null && random.chance(40)
  const body: Statement[] = maker.collect(() => {
    if (slots) {
      const names = ["'name'", ...attributes.map((name) => `'${name}'`), "'missing'", "'extra'"]
      if (weakSlot) names.push("'__weakref__'")
      if (dictSlot) names.push("'__dict__'")
      maker.emit(`__slots__ = (${names.join(', ')})`)
    }
    if (parent === null || random.chance(30)) maker.emit('shared = []')
    if (!inherits) writeInit(maker, cls, base === 'derived' && parent?.raisable ? 'exception' : base)
    maker.define('def __repr__(self)', [], () => maker.emit("return f'<{self.name}>'"))
    writeTouch(maker)
    if (cls.finalizer && !(parent?.finalizer === true && random.chance(60))) writeFinalizer(maker)
    if (custom) {
      maker.define('def __eq__(self, other)', [], () =>
        maker.emit("return getattr(other, 'name', None) == self.name"),
      )
      maker.define('def __hash__(self)', [], () =>
        maker.emit(random.pick(['return hash(self.name)', 'return 1'])),
      )
    }
    writeOthers(maker, cls)
  })
  if (usesRegistry && renderUses(body, 'self.registry')) {
    maker.use('weakref')
    body.unshift('registry = weakref.WeakSet()')
  }
  maker.emitStatement({ clauses: [{ head: `class ${cls.name}${bases[base]}`, body }] })
  maker.classes.push(cls)
  maker.everyClass.push(cls)
}

function renderUses(statements: readonly Statement[], text: string): boolean {
  return statements.some((statement) =>
    typeof statement === 'string'
      ? statement.includes(text)
      : statement.clauses.some(({ body }) => renderUses(body, text)),
  )
}
