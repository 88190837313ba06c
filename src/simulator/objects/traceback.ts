/**
 * `PyTraceback`: one entry of a traceback: a frame that an exception passed, and where it stood then. It
 * keeps the frame, and so the frame's locals. As `Python/traceback.c`.
 */
import type { Location } from '../bytecode/locations.ts'
import { takeField } from '../heap/heap.ts'
import type { HeapType, Visit } from '../heap/object.ts'
import { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { newRef, release, releaseMaybe } from '../heap/reference.ts'
import { checkPositional } from './declare/arguments.ts'
import { defineType, getset, member, methodsOf } from './declare/type.ts'
import { PyFrame } from './frame.ts'
import { newInt } from './int.ts'
import { newList } from './list.ts'
import { toIndex } from './protocols/numbers.ts'
import { newInterned } from './str.ts'
import { typeName } from './type.ts'
import type { VM } from './vm.ts'

export class PyTraceback extends PyObject {
  next: Held<PyTraceback> | null
  frame: Held<PyFrame>
  /** The instruction, as an index. */
  readonly index: number
  /** Given by whoever made the traceback by hand; null to take the instruction's. */
  readonly givenLineno: number | null
  readonly givenLasti: number | null
  /** It is dying, and its frame is no longer its own: what that holds may be looked at while it dies. */
  #hasLetGo = false

  constructor(
    type: HeapType,
    next: Own<PyTraceback> | null,
    frame: Own<PyFrame>,
    index: number,
    givenLineno: number | null,
    givenLasti: number | null,
  ) {
    super(type)
    this.next = next
    this.frame = frame
    this.index = index
    this.givenLineno = givenLineno
    this.givenLasti = givenLasti
  }

  get lineno(): number | null {
    return this.givenLineno ?? this.frame.frame.code.lineAt(this.index)
  }

  /** Where the instruction stands in the source. */
  get location(): Location {
    return this.frame.frame.code.locationAt(this.index)
  }

  override traverse(visit: Visit): void {
    if (this.next !== null) visit(this.next, 'tb_next')
    if (!this.#hasLetGo) visit(this.frame, 'tb_frame')
  }

  override clear(): void {
    releaseMaybe(takeField(this, 'next'))
  }

  override dealloc(): void {
    this.clear()
    this.#hasLetGo = true
    release(this.frame)
  }
}

/** A new first entry: `frame` at the instruction it stands at; `next` is stolen. */
export function newTraceback(vm: VM, next: Own<PyTraceback> | null, frame: Own<PyFrame>): Own<PyTraceback> {
  const made = new PyTraceback(
    vm.types.traceback,
    next,
    frame,
    frame.frame.lasti,
    null,
    null,
  ) as Own<PyTraceback>
  vm.heap.collector.track(made)
  return made
}

/** Whether `next` may follow `self`: a traceback must not contain itself. */
function closesLoop(self: PyTraceback, next: PyTraceback): boolean {
  for (let at: PyTraceback | null = next; at !== null; at = at.next) if (at === self) return true
  return false
}

export const tracebackSpec = defineType(
  PyTraceback,
  'traceback(tb_next, tb_frame, tb_lasti, tb_lineno)',
  'One entry of a traceback.',
  {
    basicsize: 40,
    container: true,
    slots: {
      __new__(vm, _cls, args) {
        checkPositional(vm, 'traceback', args.length, 4, 4)
        const [next, frame, lasti, lineno] = args as readonly [PyObject, PyObject, PyObject, PyObject]
        if (next !== vm.None && !(next instanceof PyTraceback)) {
          return vm.raise('TypeError', `expected traceback object or None, got '${typeName(next)}'`)
        }
        if (!(frame instanceof PyFrame)) {
          return vm.raise(
            'TypeError',
            `traceback() argument 'tb_frame' must be frame, not ${typeName(frame)}`,
          )
        }
        const givenLasti = toIndex(vm, lasti, 'OverflowError')
        const index = frame.frame.instructions.indexOfUnit[givenLasti >> 1] ?? 0
        const given = toIndex(vm, lineno, 'OverflowError')
        const made = new PyTraceback(
          vm.types.traceback,
          next instanceof PyTraceback ? newRef(next) : null,
          newRef(frame),
          index,
          given === -1 ? null : given,
          givenLasti,
        )
        vm.heap.collector.track(made)
        return made as Own<PyTraceback>
      },
    },
    getset: [
      getset(
        'tb_next',
        'The next entry, closer to where the exception was raised.',
        (vm, self) => newRef(self.next ?? vm.None),
        (vm, self, value) => {
          if (value === null) return vm.raise('TypeError', "can't delete tb_next attribute")
          if (value !== vm.None && !(value instanceof PyTraceback)) {
            return vm.raise('TypeError', `expected traceback object, got '${typeName(value)}'`)
          }
          const next = value instanceof PyTraceback ? value : null
          if (next !== null && closesLoop(self, next))
            return vm.raise('ValueError', 'traceback loop detected')
          const old = self.next
          self.next = next === null ? null : newRef(next)
          releaseMaybe(old)
        },
      ),
      member('tb_frame', 'The frame that the exception passed.', (_vm, self) => newRef(self.frame)),
      member('tb_lasti', 'The offset of the instruction in `co_code`.', (vm, self) => {
        if (self.givenLasti !== null) return newInt(vm, self.givenLasti)
        const unit = self.index < 0 ? -1 : self.frame.frame.instructions.units[self.index]!
        return newInt(vm, unit < 0 ? -1 : 2 * unit)
      }),
      getset('tb_lineno', 'The line.', (vm, self) =>
        self.lineno === null ? newRef(vm.None) : newInt(vm, self.lineno),
      ),
    ],
    methods: [
      methodsOf<PyTraceback>()('__dir__(self, /) -> object', 'Names of its own attributes.', (vm) =>
        newList(
          vm,
          ['tb_frame', 'tb_next', 'tb_lasti', 'tb_lineno'].map((name) => newInterned(vm, name) as Held),
        ),
      ),
    ],
  },
)
