/**
 * `PyFrame`: what Python sees of a frame of execution. While the call runs it only points at the frame; when
 * the call ends and someone still holds the object, it takes the frame's references over, and with them
 * everything the locals held. As `Objects/frameobject.c`.
 */

import { takeField } from '../heap/heap.ts'
import type { HeapType, Visit } from '../heap/object.ts'
import { addressText, PyObject } from '../heap/object.ts'
import type { Held } from '../heap/reference.ts'
import { newRef, release, releaseMaybe } from '../heap/reference.ts'
import type { Frame } from './activation.ts'
import { newBool } from './bool.ts'
import { defineType, getset, member, methodsOf } from './declare/type.ts'
import type { PyDict } from './dict.ts'
import { getFrameLocals } from './frame-locals.ts'
import { finalizeGenerator } from './generator-run.ts'
import { newInt } from './int.ts'
import { isTrue } from './protocols/comparison.ts'
import { newStr } from './str.ts'
import type { ModuleState, VM } from './vm.ts'

/** Events for instructions were asked for on some frame; the next `sys.settrace` has them arise. */
export const opcodeTracing: ModuleState<{ isWanted: boolean }> = { make: () => ({ isWanted: false }) }

export class PyFrame extends PyObject {
  readonly frame: Frame
  /** The outer frame, once the call has ended. */
  back: Held<PyFrame> | null = null
  /** Variables stored through `f_locals` that the code does not know. */
  extraLocals: Held<PyDict> | null = null
  trace: Held | null = null
  traceLines = true
  traceOpcodes = false

  constructor(type: HeapType, frame: Frame) {
    super(type, type.basicsize + 8 * frame.localsplus.length)
    this.frame = frame
  }

  get ownsFrame(): boolean {
    return this.frame.owner === 'frame-object'
  }

  /** The current line. */
  get lineno(): number | null {
    return this.frame.code.lineAt(this.frame.lasti)
  }

  override traverse(visit: Visit): void {
    if (this.back !== null) visit(this.back, 'f_back')
    if (this.trace !== null) visit(this.trace, 'f_trace')
    if (this.extraLocals !== null) visit(this.extraLocals, 'f_extra_locals')
    if (this.ownsFrame) this.frame.traverse(visit)
  }

  override clear(): void {
    releaseMaybe(takeField(this, 'trace'))
    releaseMaybe(takeField(this, 'extraLocals'))
    if (this.ownsFrame) this.frame.clearLocals()
  }

  override dealloc(): void {
    const owns = this.ownsFrame
    const { frame } = this
    if (owns) {
      releaseMaybe(takeField(frame, 'func'))
      const locals = takeField(frame, 'locals')
      releaseMaybe(locals)
      frame.clearLocals()
    }
    releaseMaybe(takeField(this, 'back'))
    releaseMaybe(takeField(this, 'trace'))
    releaseMaybe(takeField(this, 'extraLocals'))
    if (owns) release(frame.code)
  }
}

/** `frame.clear()`: closes a suspended generator, or lets the locals of a finished call go. */
function clearFrame(vm: VM, self: PyFrame): void {
  const { frame } = self
  const { generator } = frame
  if (frame.owner === 'generator' && generator !== null) {
    if (generator.state === 'executing') vm.raise('RuntimeError', 'cannot clear an executing frame')
    if (generator.state === 'suspended') vm.raise('RuntimeError', 'cannot clear a suspended frame')
    const kept = newRef(generator)
    try {
      finalizeGenerator(vm, generator)
    } finally {
      release(kept)
    }
    return
  }
  if (frame.owner === 'call') vm.raise('RuntimeError', 'cannot clear an executing frame')
  self.clear()
}

const method = methodsOf<PyFrame>()

export const frameSpec = defineType(PyFrame, 'frame', null, {
  basicsize: 136,
  itemsize: 8,
  container: true,
  noInstantiation: true,
  slots: {
    __repr__(vm, self) {
      const { code } = self.frame
      const file = code.filename.value
      return newStr(
        vm,
        `<frame at ${addressText(self)}, file '${file}', line ${self.lineno ?? 'None'}, code ${code.name.value}>`,
      )
    },
  },
  getset: [
    getset('f_back', 'The frame that called this one.', (vm, self) => {
      if (self.back !== null) return newRef(self.back)
      const back = self.ownsFrame ? null : self.frame.back
      return back === null ? newRef(vm.None) : back.getFrameObject()
    }),
    getset('f_code', 'The code that the frame runs.', (_vm, self) => newRef(self.frame.code)),
    getset('f_globals', 'The global namespace of the code.', (_vm, self) => newRef(self.frame.globals)),
    getset('f_builtins', 'The built-in namespace of the code.', (_vm, self) => newRef(self.frame.builtins)),
    getset('f_locals', 'The local variables: a namespace, or a view of the fast locals.', (vm, self) =>
      getFrameLocals(vm, self),
    ),
    getset(
      'f_lineno',
      'The current line.',
      (vm, self) => (self.lineno === null ? newRef(vm.None) : newInt(vm, self.lineno)),
      (vm, self, value) => {
        if (value === null) return vm.raise('AttributeError', 'cannot delete attribute')
        vm.setLine(self, value)
      },
    ),
    getset('f_lasti', 'The offset of the current instruction in `co_code`.', (vm, self) => {
      const { frame } = self
      return newInt(vm, frame.lasti < 0 ? -1 : 2 * frame.instructions.units[frame.lasti]!)
    }),
    getset(
      'f_trace',
      'The function that is told of what happens in the frame.',
      (vm, self) => newRef(self.trace ?? vm.None),
      (vm, self, value) => {
        const old = self.trace
        self.trace = value === null || value === vm.None ? null : newRef(value)
        releaseMaybe(old)
      },
    ),
    member(
      'f_trace_lines',
      'Whether trace events arise for lines.',
      (vm, self) => newBool(vm, self.traceLines),
      (vm, self, value) => {
        self.traceLines = value !== null && isTrue(vm, value)
      },
    ),
    getset(
      'f_trace_opcodes',
      'Whether trace events arise for instructions.',
      (vm, self) => newBool(vm, self.traceOpcodes),
      (vm, self, value) => {
        self.traceOpcodes = value !== null && isTrue(vm, value)
        if (self.traceOpcodes) vm.moduleState(opcodeTracing).isWanted = true
      },
    ),
  ],
  methods: [
    method('clear(self, /)', 'Lets the local variables of a frame that does not run go.', clearFrame),
    method('__sizeof__(self, /) -> ssize_t', 'Size in memory, in bytes.', (_vm, self) => self.blockSize),
  ],
})
