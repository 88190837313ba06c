/**
 * `typing`: types for annotations; as `Lib/typing.py`. The type variables themselves are in `_typing`.
 *
 * One module in parts: checks and special forms, generic classes, protocols, the names of other modules'
 * classes, record types, and the reading of annotations.
 */
import { typingForms } from './typing/forms.ts'
import { typingGenerics } from './typing/generics.ts'
import { typingHints } from './typing/hints.ts'
import { typingNames } from './typing/names.ts'
import { typingProtocols } from './typing/protocols.ts'
import { typingRecords } from './typing/records.ts'

export const typingSource = [
  typingForms,
  typingGenerics,
  typingProtocols,
  typingHints,
  typingRecords,
  typingNames,
].join('\n')
