// CPython's own tests: where they are installed, which files are run, and how each of their methods ends on CPython
// itself. Nothing of them is copied; where no CPython 3.13 with its tests is installed there is nothing to run.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findPython, type Python, runPython } from './python.ts'

/** The files that everything else is measured by. */
export const coreFiles: readonly string[] = ['test_weakref', 'test_weakset', 'test_gc', 'test_finalization']

/** All files, those about memory first, then classes and containers, then the rest of the language. */
export const testFiles: readonly string[] = [
  ...coreFiles,
  'test_scope',
  'test_generators',
  'test_descr',
  'test_exceptions',
  'test_class',
  'test_super',
  'test_property',
  'test_with',
  'test_iter',
  'test_list',
  'test_dict',
  'test_set',
  'test_tuple',
  'test_contextlib',
  'test_copy',
  'test_functools',
  'test_collections',
  'test_itertools',
  'test_enum',
  'test_dataclasses',
  'test_named_expressions',
  'test_patma',
  'test_except_star',
  'test_exception_group',
  'test_type_params',
  'test_type_aliases',
  'test_unpack',
  'test_unpack_ex',
  'test_extcall',
  'test_keywordonlyarg',
  'test_positional_only_arg',
  'test_decorators',
  'test_dynamicclassattribute',
  'test_metaclass',
  'test_subclassinit',
  'test_genericclass',
  'test_genericalias',
  'test_coroutines',
  'test_asyncgen',
  'test_yield_from',
  'test_raise',
  'test_bool',
  'test_int',
  'test_float',
  'test_complex',
  'test_slice',
  'test_range',
  'test_enumerate',
  'test_string',
  'test_builtin',
  'test_types',
  'test_typing',
  'test_inspect.test_inspect',
  'test_traceback',
  'test_str',
  'test_bytes',
  'test_fstring',
  'test_syntax',
  'test_compile',
  'test_re',
  'test_json',
  'test_long',
  'test_int_literal',
  'test_index',
  'test_contextlib_async',
  'test_operator',
  'test_heapq',
  'test_bisect',
  'test_reprlib',
  'test_pprint',
  'test_random',
  'test_fractions',
  'test_math',
  'test_userdict',
  'test_userlist',
  'test_userstring',
  'test_frame',
  'test_funcattrs',
  'test_grammar',
  'test_future_stmt',
  'test_isinstance',
  'test_listcomps',
  'test_setcomps',
  'test_dictcomps',
  'test_generator_stop',
  'test_global',
  'test_augassign',
  'test_binop',
  'test_unary',
  'test_compare',
  'test_richcmp',
  'test_contains',
  'test_descrtut',
  'test_hash',
  'test_keyword',
  'test_opcodes',
  'test_pow',
  'test_print',
  'test_sort',
  'test_strtod',
  'test_type_annotations',
  'test_typechecks',
  'test_exception_variations',
  'test_eof',
  'test_deque',
  'test_defaultdict',
  'test_ordered_dict',
  'test_dictviews',
  'test_genexps',
  'test_iterlen',
  'test_format',
  'test_baseexception',
  'test_exception_hierarchy',
  'test_module',
  'test_abc',
  'test_call',
  'test_code',
  'test_copyreg',
  'test_warnings',
  'test_sys',
  'test_sys_settrace',
  'test_sys_setprofile',
  'test_dis',
  'test_peepholer',
  'test_string_literals',
  'test_unicode_identifiers',
  'test_pep646_syntax',
  'test_longexp',
  'test_memoryview',
  'test_memoryio',
  'test_struct',
  'test_structseq',
  'test_textwrap',
  'test_numeric_tower',
  'test_abstract_numbers',
  'test_graphlib',
  'test_context',
  'test_atexit',
  'test_thread',
  'test_threading_local',
  'test_time',
  'test_timeit',
  'test_tracemalloc',
]

/** How a test method ended; `refused` is a test that was skipped, or that needs what does not exist here. */
export type Outcome = 'passed' | 'failed' | 'refused'

export interface Ending {
  outcome: Outcome
  /** The traceback, or the reason for refusing. */
  text: string
}

export interface Installation {
  python: Python
  /** The folder of the standard library. */
  library: string
}

export const driverPath: string = fileURLToPath(new URL('test-driver.py', import.meta.url))

/** An installed CPython 3.13 that has its tests with it, or null. */
export function findInstallation(): Installation | null {
  const python = findPython()
  if (!python.native) return null
  const [program = '', ...args] = python.command
  const code = 'import test.support; print(test.__file__)'
  const result = spawnSync(program, [...args, '-c', code], { encoding: 'utf8' })
  if (result.status !== 0) return null
  const library = dirname(dirname(result.stdout.trim()))
  return existsSync(join(library, 'test', 'test_gc.py')) ? { python, library } : null
}

/** The lines that the driver wrote among other output. */
export function readEndings(output: string): Map<string, Ending> {
  const endings = new Map<string, Ending>()
  for (const [, outcome, name, text] of output.matchAll(/\x1e(\w+)\t(.*)\t([0-9a-f]*)$/gm)) {
    endings.set(name!, { outcome: outcome as Outcome, text: Buffer.from(text!, 'hex').toString('utf8') })
  }
  return endings
}

/** How the methods of a file end on CPython. */
export async function runNatively(installation: Installation, file: string): Promise<Map<string, Ending>> {
  const args = [driverPath, `test.${file}`]
  const run = await runPython(installation.python, args, { cwd: tmpdir(), timeout: 600 })
  const endings = readEndings(run.stdout)
  if (endings.size === 0) throw new Error(`${file} does not run on CPython: ${run.stderr.slice(-500)}`)
  return endings
}
