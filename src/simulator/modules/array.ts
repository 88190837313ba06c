/** `array`: the module, and how arrays are rebuilt from pickles. As `Modules/arraymodule.c`. */
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release, releaseAll } from '../heap/reference.ts'
import { PyBytes } from '../objects/bytes.ts'
import { defineModule, fn } from '../objects/declare/module.ts'
import { newFloat } from '../objects/float.ts'
import { newInt } from '../objects/int.ts'
import { newList } from '../objects/list.ts'
import { getAttrNamed } from '../objects/protocols/attributes.ts'
import { callMethod } from '../objects/protocols/calls.ts'
import { newStr, PyStr } from '../objects/str.ts'
import { unpackFloat, unpackWhole } from '../objects/text/packed-numbers.ts'
import { PyType, typeName } from '../objects/type.ts'
import type { VM } from '../objects/vm.ts'
import { arraySpec } from './array/array-type.ts'
import { machineFormats, type TypeCode, typeCodes } from './array/codes.ts'

/** The items that bytes of another machine's array stand for, as a list. */
function newItems(vm: VM, format: (typeof machineFormats)[number], bytes: Uint8Array): Own {
  const { kind, size, little } = format
  if (bytes.length % size !== 0) return vm.raise('ValueError', 'bytes length not a multiple of item size')
  const items: Held[] = []
  for (let at = 0; at < bytes.length; at += size) {
    items.push(
      kind === 'f'
        ? newFloat(vm, unpackFloat(bytes, at, size, little))
        : newInt(vm, unpackWhole(bytes, at, { kind: kind === 'i' ? 'i' : 'u', size }, little)),
    )
  }
  return newList(vm, items)
}

/** The text that the bytes of characters of another machine stand for. */
function newText(vm: VM, { size, little }: (typeof machineFormats)[number], bytes: PyBytes): Own {
  const encoding = newStr(vm, `utf-${size * 8}-${little ? 'le' : 'be'}`)
  return lend(encoding, (name) => callMethod(vm, bytes, 'decode', [name]))
}

function rebuild(vm: VM, type: PyType, code: TypeCode, format: number, bytes: PyBytes): Own {
  const known = machineFormats[format]!
  const isSame =
    known.little && known.size === code.size && known.kind === machineFormats[code.machineFormat]!.kind
  // Whole numbers of another size come in the smallest type that holds them.
  const fitting = typeCodes.find(
    (each) =>
      !each.isText && machineFormats[each.machineFormat]!.kind === known.kind && each.size === known.size,
  )
  const chosen = known.kind === 'i' || known.kind === 'u' ? (isSame ? code : (fitting ?? code)) : code
  const letter = newStr(vm, chosen.letter)
  const items = isSame
    ? newRef(bytes as PyObject)
    : known.kind === 'text'
      ? newText(vm, known, bytes)
      : newItems(vm, known, bytes.value)
  try {
    return vm.call(type, [letter, items])
  } finally {
    releaseAll([letter, items])
  }
}

export const arrayModule = defineModule('array', 'Numbers or characters of one type, side by side.', {
  functions: [
    fn(
      '_array_reconstructor(arraytype: object, typecode: object, mformat_code: ssize_t, items: object, /) -> object',
      'An array from a pickle.',
      (vm, type, letter, format, items) => {
        if (!(letter instanceof PyStr) || [...letter.value].length !== 1) {
          return vm.raise(
            'TypeError',
            `_array_reconstructor() argument 2 must be a unicode character, not ${typeName(letter)}`,
          )
        }
        if (!(type instanceof PyType))
          return vm.raise('TypeError', `first argument must be a type object, not ${typeName(type)}`)
        if (!type.isSubtype(vm.typeFor(arraySpec)))
          return vm.raise('TypeError', `${type.name} is not a subtype of array.array`)
        const code =
          typeCodes.find((each) => each.letter === letter.value) ??
          vm.raise('ValueError', 'second argument must be a valid type code')
        if (machineFormats[format] === undefined)
          return vm.raise('ValueError', 'third argument must be a valid machine format code.')
        if (!(items instanceof PyBytes))
          return vm.raise('TypeError', `fourth argument should be bytes, not ${typeName(items)}`)
        return rebuild(vm, type, code, format, items)
      },
    ),
  ],
  attributes: {
    typecodes: (vm) => newStr(vm, typeCodes.map((each) => each.letter).join('')),
  },
  types: { array: arraySpec, ArrayType: arraySpec },
  setUp: (vm) => {
    // It is no class of Python's, and yet a sequence to `isinstance`.
    lend(vm.importModule('collections.abc'), (module) =>
      lend(getAttrNamed(vm, module, 'MutableSequence'), (base) =>
        release(callMethod(vm, base, 'register', [vm.typeFor(arraySpec)])),
      ),
    )
  },
})
