/**
 * The module `heapbook.heap`, which exists only here: a program looks at its own heap. Importing it begins to count
 * births, from which `Node#1` and the order of `alive` come; what was there before has no number.
 */
import type { PyObject } from '../heap/object.ts'
import { newRef } from '../heap/reference.ts'
import { describeObjects, holdersOf, instancesOf, pathTo } from '../inspect/questions.ts'
import { Watch } from '../inspect/watch.ts'
import type { Frame } from '../objects/activation.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { packed } from '../objects/declare/type.ts'
import { newList } from '../objects/list.ts'
import { newStr } from '../objects/str.ts'
import { PyType } from '../objects/type.ts'
import type { VM } from '../objects/vm.ts'
import type { Engine } from '../vm/interpreter.ts'

/** Counts births where no one follows the instructions: what a library makes for itself is known by the frame's file. */
class BirthWatch extends Watch {
  override born(object: PyObject, address: number): void {
    const { machine } = this.subject
    const engine = machine as Engine
    const counts = engine.frame !== null && engine.initializing.size === 0
    const inLibrary = counts && isLibrary(engine.frame!)
    this.names.born(object, address, counts, inLibrary, !this.isPartOfClass(object))
  }

  override isOwn(frame: Frame): boolean {
    return !isLibrary(frame)
  }
}

function isLibrary({ code }: Frame): boolean {
  const filename = code.filename.value
  return filename.startsWith('/usr/lib/python3.13/') || filename.startsWith('<frozen ')
}

/** The watch of this module; beside that of a recording, so that a program prints the same whether it is recorded. */
function watchOf(vm: VM): Watch {
  const { heap } = vm
  const { observer } = heap
  if (observer instanceof BirthWatch) return observer
  if (observer instanceof Watch && observer.also !== null) return observer.also
  const watch = new BirthWatch((vm as Engine).subject, [])
  if (observer instanceof Watch) observer.also = watch
  else heap.observer = watch
  return watch
}

const plain = (words: string): string => words.replaceAll('`', '')

function holders(vm: VM, object: PyObject): string[] {
  const found = holdersOf(watchOf(vm), object)
  return found === null ? vm.raise('ValueError', 'an immortal object is not counted') : found.map(plain)
}

function textList(vm: VM, texts: readonly string[]) {
  return newList(
    vm,
    texts.map((text) => newStr(vm, text)),
  )
}

export const heapbookModule = defineModule(
  'heapbook.heap',
  'The heap of the running program, to be looked at.',
  {
    functions: [
      packed(
        'none',
        fn(
          'show(*objects)',
          'Prints the objects, or all of the program, with their counts, references and holders.',
          (vm, objects) => {
            vm.write('stdout', `${describeObjects(watchOf(vm), objects)}\n`)
          },
        ),
      ),
      fn(
        'holders(object, /) -> object',
        'Who holds a reference to the object: a list of texts, one for each reference.',
        (vm, object) => textList(vm, holders(vm, object)),
      ),
      fn(
        'count(object, /) -> ssize_t',
        'How many references to the object there are, without those of this call.',
        (vm, object) => holders(vm, object).length,
      ),
      fn(
        'alive(cls, /) -> object',
        'The living instances of exactly this class, oldest first.',
        (vm, cls) => {
          if (!(cls instanceof PyType)) return vm.raise('TypeError', 'alive() takes a class')
          return newList(vm, instancesOf(watchOf(vm), cls).map(newRef))
        },
      ),
      fn(
        'path_to(object, /) -> object',
        'The shortest way by which a variable or the interpreter reaches the object, as a list of texts.',
        (vm, object) => textList(vm, pathTo(watchOf(vm), object).map(plain)),
      ),
    ],
    setUp: (vm) => void watchOf(vm),
  },
)
