/**
 * Private names: within a class `C`, an identifier `__x` stands for `_C__x`.
 * As `_Py_Mangle` in `Python/symtable.c`.
 */

/** The name as the class called `privateName` stores it; unchanged outside classes. */
export function mangle(privateName: string | null, name: string): string {
  if (privateName === null || !name.startsWith('__')) return name
  // Dots occur in the module names of import statements.
  if (name.endsWith('__') || name.includes('.')) return name
  const stripped = privateName.replace(/^_+/, '')
  // A class named with underscores only does not mangle.
  return stripped === '' ? name : `_${stripped}${name}`
}
