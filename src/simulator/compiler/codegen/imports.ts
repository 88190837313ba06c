/**
 * Imports. As `compiler_import` and `compiler_from_import` in `Python/compile.c`.
 */
import { NO_LOCATION } from '../../bytecode/locations.ts'
import { CALL_INTRINSIC_1, IMPORT_FROM, IMPORT_NAME, POP_TOP, SWAP } from '../../bytecode/opcode-numbers.ts'
import { INTRINSIC_IMPORT_STAR } from '../../bytecode/operands.ts'
import type { Import, ImportFrom } from '../../syntax/ast.ts'
import { intConstant, NONE, strConstant, tupleConstant } from '../constants.ts'
import type { Context } from './context.ts'
import { namedOp, nameOp } from './names.ts'

export function importModules(c: Context, s: Import): void {
  for (const { name, asname } of s.names) {
    c.loadConst(s, intConstant(0))
    c.loadConst(s, NONE)
    namedOp(c, s, IMPORT_NAME, name)
    const [top = name, ...parts] = name.split('.')
    if (asname === null) nameOp(c, s, top, 'Store')
    else importAs(c, s, parts, asname)
  }
}

/** `import a.b.c as d`: IMPORT_NAME gives `a`, from where the parts are fetched one by one. */
function importAs(c: Context, s: Import, parts: readonly string[], asname: string): void {
  parts.forEach((part, i) => {
    if (i > 0) {
      c.emit(s, SWAP, 2)
      c.emit(s, POP_TOP)
    }
    c.emit(s, IMPORT_FROM, c.unit.names.add(part))
  })
  nameOp(c, s, asname, 'Store')
  if (parts.length > 0) c.emit(s, POP_TOP)
}

export function importFrom(c: Context, s: ImportFrom): void {
  c.loadConst(s, intConstant(s.level))
  if (s.module === '__future__' && s.level === 0 && s.lineno > c.settings.future.lineno) {
    throw c.error('from __future__ imports must occur at the beginning of the file', s)
  }
  c.loadConst(s, tupleConstant(s.names.map((alias) => strConstant(alias.name))))
  namedOp(c, s, IMPORT_NAME, s.module ?? '')
  for (const { name, asname } of s.names) {
    if (name === '*') {
      c.emit(s, CALL_INTRINSIC_1, INTRINSIC_IMPORT_STAR)
      return c.emit(NO_LOCATION, POP_TOP)
    }
    namedOp(c, s, IMPORT_FROM, name)
    nameOp(c, s, asname ?? name, 'Store')
  }
  c.emit(s, POP_TOP)
}
