/** The import statement. Finding and making modules is in `../imports.ts`. */
import type { PyInt } from '../../objects/int.ts'
import type { PyStr } from '../../objects/str.ts'
import { getImported, importByStatement } from '../imports.ts'
import type { Meanings } from '../instruction.ts'

export const imports = {
  IMPORT_NAME(vm, frame, index, level, fromlist) {
    const name = frame.code.names.items[index] as unknown as PyStr
    return importByStatement(vm, frame, name, fromlist, Number((level as PyInt).value))
  },
  IMPORT_FROM: (vm, frame, index, module) =>
    getImported(vm, module, frame.code.names.items[index] as unknown as PyStr),
} satisfies Partial<Meanings>
