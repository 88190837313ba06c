/** `_random`: the generator under `random.Random`. As `Modules/_randommodule.c`. */
import type { HeapType, PyObject } from '../heap/object.ts'
import { PyObject as Base } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { tracked } from '../objects/allocate.ts'
import { bytesOf } from '../objects/buffers.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { defineType, methodsOf } from '../objects/declare/type.ts'
import { newInt, PyInt } from '../objects/int.ts'
import { hashOf } from '../objects/protocols/comparison.ts'
import { toBigInt } from '../objects/protocols/numbers.ts'
import { MersenneTwister, seedFromBytes } from '../objects/text/mersenne-twister.ts'
import { newTuple, PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { VM } from '../objects/vm.ts'

class PyRandom extends Base {
  readonly generator = new MersenneTwister()

  constructor(type: HeapType) {
    super(type)
  }
}

const STATE_LENGTH = 625

/** An int by its size, anything else by its hash, nothing by chance. */
function seedValue(vm: VM, object: PyObject | null): bigint {
  if (object === null || object === vm.None) {
    let value = 0n
    for (let i = 0; i < 8; i++) value = (value << 32n) | BigInt(vm.host.entropy() >>> 0)
    return value
  }
  if (object instanceof PyInt) return BigInt(object.value)
  return BigInt.asUintN(64, BigInt(hashOf(vm, object)))
}

function setState(vm: VM, self: PyRandom, state: PyObject): void {
  if (!(state instanceof PyTuple)) return vm.raise('TypeError', 'state vector must be a tuple')
  if (state.items.length !== STATE_LENGTH) vm.raise('ValueError', 'state vector is the wrong size')
  const numbers = (state.items as readonly PyObject[]).map((item) => {
    if (!(item instanceof PyInt))
      return vm.raise('TypeError', `an integer is required (got type ${typeName(item)})`)
    return Number(item.value)
  })
  const index = numbers[STATE_LENGTH - 1]!
  if (index < 0 || index > STATE_LENGTH - 1) vm.raise('ValueError', 'invalid state')
  self.generator.setState(numbers)
}

const method = methodsOf<PyRandom>()

const randomSpec = defineType(PyRandom, '_random.Random', 'A generator of pseudo-random numbers.', {
  basicsize: 2520,
  subclassable: true,
  slots: {
    __new__: (vm, cls) => tracked(vm, new PyRandom(cls)) as unknown as Own,
    __init__: (vm, self, args) => {
      if (args.length > 1) vm.raise('TypeError', `Random() requires 0 or 1 argument`)
      self.generator.seed(seedValue(vm, args[0] ?? null))
    },
  },
  methods: [
    method('seed(self, n=None, /)', 'Starts the sequence that belongs to a number.', (vm, self, n) =>
      self.generator.seed(seedValue(vm, n)),
    ),
    method('random(self, /) -> float', 'The next float, from 0 up to but without 1.', (_vm, self) =>
      self.generator.random(),
    ),
    method('getrandbits(self, k: int, /) -> int', 'An int of k random bits.', (vm, self, k) => {
      if (k < 0n) vm.raise('ValueError', 'number of bits must be non-negative')
      return self.generator.getrandbits(Number(k))
    }),
    method('getstate(self, /) -> object', 'What setstate needs to go on from here.', (vm, self) =>
      newTuple(
        vm,
        self.generator.getState().map((word) => newInt(vm, word) as Held),
      ),
    ),
    method('setstate(self, state, /)', 'Goes on from where getstate was called.', setState),
  ],
})

export const randomModule = defineModule('_random', 'The Mersenne Twister.', {
  functions: [
    fn(
      '_seed_of(data, /) -> int',
      'The number that text or bytes seed with: the bytes and their SHA-512.',
      (vm, data) => {
        const bytes = bytesOf(data)
        return bytes === null ? toBigInt(vm, data) : seedFromBytes(bytes)
      },
    ),
  ],
  types: { Random: randomSpec },
})
