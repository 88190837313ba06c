// What CPython's tests ask of the interpreter's inside and of the world around it, where it can be answered: the
// extension modules `_testcapi` and `_testinternalcapi` in part, and processes. The stand-ins in Python use it.

import type { HeapType, Visit } from '../../../src/simulator/heap/object.ts'
import { PyObject } from '../../../src/simulator/heap/object.ts'
import type { Held, Own } from '../../../src/simulator/heap/reference.ts'
import { newRef, release } from '../../../src/simulator/heap/reference.ts'
import { newFunction } from '../../../src/simulator/objects/builtin-function.ts'
import { newBytes } from '../../../src/simulator/objects/bytes.ts'
import type { ModuleSpec } from '../../../src/simulator/objects/declare/module.ts'
import { defineModule, fn } from '../../../src/simulator/objects/declare/module.ts'
import { defineType, member } from '../../../src/simulator/objects/declare/type.ts'
import { PyInstance } from '../../../src/simulator/objects/instance.ts'
import { callMethod } from '../../../src/simulator/objects/protocols/calls.ts'
import { typeOf } from '../../../src/simulator/objects/type.ts'
import type { ProcessResult } from './test-process.ts'

/** The bytes of a file of the installed library, as characters of Latin-1, by its path there; null if there is none. */
export type ReadLibrary = (path: string) => string | null

/** Runs a command line with the files given by path; null if that is not possible here. */
export type RunCommand = (args: readonly string[], files: ReadonlyMap<string, string>) => ProcessResult | null

/** Holds a value and does not show it to the collector. */
class ContainerNoGC extends PyObject {
  readonly value: Held

  constructor(type: HeapType, value: Own) {
    super(type)
    this.value = value
  }

  override hidden(visit: Visit): void {
    visit(this.value, 'value')
  }

  override dealloc(): void {
    release(this.value)
  }
}

const containerSpec = defineType(ContainerNoGC, '_testcapi.ContainerNoGC', 'Holds a value.', {
  basicsize: 24,
  slots: {
    __new__: (_vm, cls, args) => new ContainerNoGC(cls, newRef(args[0]!)) as unknown as Own,
  },
  getset: [member('value', 'What it holds.', (_vm, self) => newRef(self.value))],
})

/** A function that belongs to no module. */
const standalone = fn('create_cfunction()', 'Does nothing.', () => {})

/** The names in a folder of the installed library, by its path there. */
export type ListLibrary = (path: string) => readonly string[]

export function testModule(
  runCommand: RunCommand,
  readLibrary: ReadLibrary,
  listLibrary: ListLibrary,
): ModuleSpec {
  return defineModule('_heapbook_tests', 'Looks inside the interpreter.', {
    functions: [
      fn(
        'has_inline_values(obj: object, /) -> bool',
        'Whether attributes are kept by the instance itself.',
        (_vm, obj) =>
          obj instanceof PyInstance && typeOf(obj).hasInlineValues && (obj.hasValues || obj.dict === null),
      ),
      fn(
        'run_command(args: str, files: str, /) -> str',
        'Runs a second interpreter; all as JSON: its arguments, the files, and how it ended or null.',
        (_vm, args, files) => {
          const known = new Map(Object.entries(JSON.parse(files) as Record<string, string>))
          return JSON.stringify(runCommand(JSON.parse(args) as string[], known))
        },
      ),
      fn(
        'read_library(path: str, /) -> object',
        'The bytes of a file of the library, or None.',
        (vm, path) => {
          const text = readLibrary(path)
          return text === null ? newRef(vm.None) : newBytes(vm, Buffer.from(text, 'latin1'))
        },
      ),
      fn('list_library(path: str, /) -> str', 'The names in a folder of the library, as JSON.', (_vm, path) =>
        JSON.stringify(listLibrary(path)),
      ),
      fn('create_cfunction() -> object', 'A new built-in function.', (vm) =>
        newFunction(vm, standalone, null, '_testcapi'),
      ),
      fn(
        'with_tp_del(cls: type, /) -> object',
        'Gives a class a legacy finalizer: `__tp_del__`.',
        (vm, cls) => {
          cls.legacyFinalizer = (object) => {
            try {
              release(callMethod(vm, object, '__tp_del__'))
            } catch (thrown) {
              vm.unraisable(thrown, object)
            }
          }
          return newRef(cls)
        },
      ),
      fn(
        'without_gc(cls: type, /) -> object',
        'Hides the instances of a class from the collector.',
        (_vm, cls) => {
          cls.isContainer = false
          return newRef(cls)
        },
      ),
      fn('set_nomemory(start: ssize_t, stop: ssize_t = 0, /)', 'From now on memory has run out.', (vm) =>
        vm.heap.exhaust(),
      ),
    ],
    types: { ContainerNoGC: containerSpec },
  })
}
