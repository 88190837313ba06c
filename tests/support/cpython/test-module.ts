// `_testinternalcapi`: the few functions by which CPython's tests look inside the interpreter and that can be
// answered here. Whoever asks for another one is refused.

import { defineModule, fn } from '../../../src/simulator/objects/declare/module.ts'
import { PyInstance } from '../../../src/simulator/objects/instance.ts'
import { typeOf } from '../../../src/simulator/objects/type.ts'

export const testModule = defineModule('_heapbook_testinternalcapi', 'Looks inside the interpreter.', {
  functions: [
    fn(
      'has_inline_values(obj: object, /) -> bool',
      'Whether attributes are kept by the instance itself.',
      (_vm, obj) =>
        obj instanceof PyInstance && typeOf(obj).hasInlineValues && (obj.hasValues || obj.dict === null),
    ),
  ],
})
