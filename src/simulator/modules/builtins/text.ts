/** `repr`, `ascii` and `format`. As `Python/bltinmodule.c`. */
import { checkPositional } from '../../objects/declare/arguments.ts'
import { fn, rawFn } from '../../objects/declare/module.ts'
import { getAscii, getFormat, getRepr } from '../../objects/protocols/text.ts'
import { PyStr } from '../../objects/str.ts'
import { typeName } from '../../objects/type.ts'
import { refuseKeywords } from '../arguments.ts'

export const textFunctions = [
  fn('repr(obj, /) -> object', 'The text of an object as a programmer wants it.', getRepr),
  fn('ascii(obj, /) -> object', 'As repr, with escapes for what is not ASCII.', getAscii),
  rawFn(
    "format(value, format_spec='', /) -> object",
    'The text of a value by a format specification.',
    (vm, args, kwnames) => {
      refuseKeywords(vm, 'format', kwnames)
      checkPositional(vm, 'format', args.length, 1, 2)
      const spec = args[1] ?? vm.emptyStr
      if (!(spec instanceof PyStr))
        return vm.raise('TypeError', `format() argument 2 must be str, not ${typeName(spec)}`)
      return getFormat(vm, args[0]!, spec)
    },
  ),
]
