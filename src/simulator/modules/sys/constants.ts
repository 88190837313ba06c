/** What `sys` says about this Python: version, limits, flags. The values are CPython's on 64-bit Linux. */
import type { PyObject } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { lend, newRef, release } from '../../heap/reference.ts'
import { newBool } from '../../objects/bool.ts'
import { newDict } from '../../objects/dict.ts'
import { newFloat } from '../../objects/float.ts'
import { newInt } from '../../objects/int.ts'
import { newList } from '../../objects/list.ts'
import { addItem, newFrozenset } from '../../objects/set.ts'
import { stdlibModuleNames } from '../../objects/stdlib-names.ts'
import { newInterned, newStr } from '../../objects/str.ts'
import { newTuple } from '../../objects/tuple.ts'
import type { VM } from '../../objects/vm.ts'
import type { Engine } from '../../vm/interpreter.ts'
import { defineStructSequence, newStructSequence } from '../struct-sequence.ts'

export const MAXSIZE = 9223372036854775807n
export const HEXVERSION = 0x030d00f0

type Plain = string | number | bigint | boolean | Float
interface Float {
  readonly float: number
}

function newPlain(vm: VM, value: Plain): Own {
  if (typeof value === 'string') return newStr(vm, value)
  if (typeof value === 'boolean') return newBool(vm, value)
  return typeof value === 'object' ? newFloat(vm, value.float) : newInt(vm, value)
}

/** A struct sequence type of `sys` with one instance. */
function constantSequence(
  name: string,
  doc: string,
  fields: Readonly<Record<string, Plain>>,
): (vm: VM) => Own {
  const spec = defineStructSequence('sys', name, doc, Object.keys(fields))
  return (vm) =>
    newStructSequence(
      vm,
      vm.typeFor(spec),
      Object.values(fields).map((value) => newPlain(vm, value) as Held),
    )
}

const versionInfo = constantSequence('version_info', 'The version, in parts.', {
  major: 3,
  minor: 13,
  micro: 0,
  releaselevel: 'final',
  serial: 0,
})

function texts(vm: VM, values: readonly string[]): Held[] {
  return values.map((value) => newStr(vm, value))
}

function implementation(vm: VM): Own {
  const fields: [string, Own][] = [
    ['name', newStr(vm, 'cpython')],
    ['cache_tag', newStr(vm, 'cpython-313')],
    ['version', versionInfo(vm)],
    ['hexversion', newInt(vm, HEXVERSION)],
    ['_multiarch', newStr(vm, 'x86_64-linux-gnu')],
  ]
  const kwnames = fields.map(([name]) => newInterned(vm, name))
  try {
    return vm.call(
      vm.types.SimpleNamespace,
      fields.map(([, value]) => value),
      kwnames,
    )
  } finally {
    for (const [, value] of fields) release(value)
    kwnames.forEach(release)
  }
}

const builtinModuleNames = [
  '_abc',
  '_collections',
  '_functools',
  '_io',
  '_operator',
  '_weakref',
  'atexit',
  'builtins',
  'gc',
  'itertools',
  'sys',
  'time',
]

/** Makers of the attributes, in the order in which they are made. */
export const sysConstants: { readonly [name: string]: (vm: VM) => Own } = {
  version: (vm) => newStr(vm, '3.13.0 (main, Oct  7 2024, 00:00:00) [heapbook]'),
  hexversion: (vm) => newInt(vm, HEXVERSION),
  version_info: versionInfo,
  api_version: (vm) => newInt(vm, 1013),
  copyright: (vm) => newStr(vm, 'Copyright (c) 2001-2024 Python Software Foundation.\nAll Rights Reserved.'),
  platform: (vm) => newStr(vm, 'linux'),
  platlibdir: (vm) => newStr(vm, 'lib'),
  executable: (vm) => newStr(vm, '/usr/bin/python3'),
  prefix: (vm) => newStr(vm, '/usr'),
  exec_prefix: (vm) => newStr(vm, '/usr'),
  base_prefix: (vm) => newStr(vm, '/usr'),
  base_exec_prefix: (vm) => newStr(vm, '/usr'),
  maxsize: (vm) => newInt(vm, MAXSIZE),
  maxunicode: (vm) => newInt(vm, 0x10ffff),
  byteorder: (vm) => newStr(vm, 'little'),
  abiflags: (vm) => newStr(vm, ''),
  float_repr_style: (vm) => newStr(vm, 'short'),
  dont_write_bytecode: (vm) => newBool(vm, true),
  pycache_prefix: (vm) => newRef(vm.None),
  warnoptions: (vm) => newList(vm, []),
  _xoptions: (vm) => newDict(vm),
  float_info: constantSequence('float_info', 'Limits of floats.', {
    max: { float: Number.MAX_VALUE },
    max_exp: 1024,
    max_10_exp: 308,
    min: { float: 2.2250738585072014e-308 },
    min_exp: -1021,
    min_10_exp: -307,
    dig: 15,
    mant_dig: 53,
    epsilon: { float: Number.EPSILON },
    radix: 2,
    rounds: 1,
  }),
  int_info: constantSequence('int_info', 'How ints are stored.', {
    bits_per_digit: 30,
    sizeof_digit: 4,
    default_max_str_digits: 4300,
    str_digits_check_threshold: 640,
  }),
  hash_info: constantSequence('hash_info', 'How hashes are made.', {
    width: 64,
    modulus: 2305843009213693951n,
    inf: 314159,
    nan: 0,
    imag: 1000003,
    algorithm: 'siphash13',
    hash_bits: 64,
    seed_bits: 128,
    cutoff: 0,
  }),
  thread_info: constantSequence('thread_info', 'How threads are made.', {
    name: 'pthread',
    lock: 'semaphore',
    version: '',
  }),
  flags: constantSequence('flags', 'Flags of the command line.', {
    debug: 0,
    inspect: 0,
    interactive: 0,
    optimize: 0,
    dont_write_bytecode: 1,
    no_user_site: 0,
    no_site: 0,
    ignore_environment: 0,
    verbose: 0,
    bytes_warning: 0,
    quiet: 0,
    hash_randomization: 1,
    isolated: 0,
    dev_mode: false,
    utf8_mode: 0,
    warn_default_encoding: 0,
    safe_path: false,
    int_max_str_digits: 4300,
  }),
  implementation,
  builtin_module_names: (vm) => newTuple(vm, texts(vm, builtinModuleNames)),
  stdlib_module_names: (vm) => {
    const names = newFrozenset(vm)
    for (const name of stdlibModuleNames)
      lend(newStr(vm, name), (text: PyObject) => void addItem(vm, names, text))
    return names
  },
  argv: (vm) => newList(vm, texts(vm, (vm as Engine).argv)),
  orig_argv: (vm) => newList(vm, texts(vm, ['python3', ...(vm as Engine).argv])),
  path: (vm) => newList(vm, texts(vm, [''])),
  path_hooks: (vm) => newList(vm, []),
  meta_path: (vm) => newList(vm, []),
  path_importer_cache: (vm) => newDict(vm),
  modules: (vm) => newRef(vm.modules),
}
