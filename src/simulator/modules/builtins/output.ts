/** `print` and `input`, and the functions that have no meaning without files and a terminal. As `Python/bltinmodule.c`. */
import type { PyObject } from '../../heap/object.ts'
import type { Own } from '../../heap/reference.ts'
import { lend, newRef, release } from '../../heap/reference.ts'
import { checkPositional } from '../../objects/declare/arguments.ts'
import { fn, rawFn } from '../../objects/declare/module.ts'
import type { KwNames } from '../../objects/declare/slots.ts'
import { getAttrNamed } from '../../objects/protocols/attributes.ts'
import { callMethod } from '../../objects/protocols/calls.ts'
import { isTrue } from '../../objects/protocols/comparison.ts'
import { getStrOf, toRepr, toText } from '../../objects/protocols/text.ts'
import { newStr, PyStr } from '../../objects/str.ts'
import { typeName } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { bindNamed, refuseKeywords, splitKeywords } from '../arguments.ts'
import { PyTextStream } from '../io/streams.ts'

/** An attribute of `sys` as the program left it, borrowed; null where it was deleted. */
export function peekSys(vm: VM, name: string): PyObject | null {
  return vm.sys.namespace.getStr(name)
}

/** `sep` and `end`: a string, or None for the default. */
function separator(vm: VM, value: PyObject | undefined, name: string, fallback: string): string {
  if (value === undefined || value === vm.None) return fallback
  if (value instanceof PyStr) return value.value
  return vm.raise('TypeError', `${name} must be None or a string, not ${typeName(value)}`)
}

function print(vm: VM, args: readonly PyObject[], kwnames: KwNames): Own {
  const { positional, given } = splitKeywords(vm, 'print', args, kwnames, ['sep', 'end', 'file', 'flush'])
  const flush = given.flush !== undefined && isTrue(vm, given.flush)
  let file = given.file ?? vm.None
  if (file === vm.None) {
    const stdout = peekSys(vm, 'stdout')
    if (stdout === null) return vm.raise('RuntimeError', 'lost sys.stdout')
    if (stdout === vm.None) return newRef(vm.None)
    file = stdout
  }
  const sep = separator(vm, given.sep, 'sep', ' ')
  const end = separator(vm, given.end, 'end', '\n')
  const show = (target: PyObject): Own => {
    if (isPlainStream(target)) printToStream(vm, target, positional, sep, end)
    else printToFile(vm, target, positional, sep, end)
    if (flush) release(callMethod(vm, target, 'flush'))
    return newRef(vm.None)
  }
  // `sys.stdout` may be replaced meanwhile.
  return given.file === undefined || given.file === vm.None ? lend(newRef(file), show) : show(file)
}

/** One of the machine's own streams, with nothing overridden. */
function isPlainStream(file: PyObject): file is PyTextStream {
  return file instanceof PyTextStream && !file.type.isHeapType && file.dict === null
}

/**
 * Text that no Python code can see being made is written in one go. For each piece CPython makes a bound method
 * `write`, and then looks whether a collection is due.
 */
function printToStream(
  vm: VM,
  stream: PyTextStream,
  args: readonly PyObject[],
  sep: string,
  end: string,
): void {
  const { collector } = vm.heap
  let pending = ''
  const flush = (): void => {
    if (pending !== '') stream.write(vm, pending)
    pending = ''
  }
  const add = (piece: PyObject | string): void => {
    collector.allocated()
    try {
      if (collector.due) {
        flush()
        collector.collectDue()
      }
      if (typeof piece === 'string') pending += piece
      else if (piece instanceof PyStr && !piece.type.isHeapType) pending += piece.value
      else {
        flush()
        pending = toText(vm, piece)
      }
    } finally {
      collector.freed()
    }
  }
  args.forEach((arg, i) => {
    if (i > 0) add(sep)
    add(arg)
  })
  add(end)
  flush()
}

function printToFile(vm: VM, file: PyObject, args: readonly PyObject[], sep: string, end: string): void {
  // The method is found before the text is made (`PyFile_WriteObject`).
  const write = (makeText: () => Own): void =>
    lend(getAttrNamed(vm, file, 'write'), (writer) =>
      lend(makeText(), (text) => release(vm.call(writer, [text]))),
    )
  args.forEach((arg, i) => {
    if (i > 0) write(() => newStr(vm, sep))
    write(() => getStrOf(vm, arg))
  })
  write(() => newStr(vm, end))
}

function input(vm: VM, args: readonly PyObject[], kwnames: KwNames): Own {
  refuseKeywords(vm, 'input', kwnames)
  checkPositional(vm, 'input', args.length, 0, 1)
  for (const name of ['stdin', 'stdout', 'stderr']) {
    const stream = peekSys(vm, name)
    if (stream === null || stream === vm.None) return vm.raise('RuntimeError', `input(): lost sys.${name}`)
  }
  const prompt = args.length === 0 ? '' : toText(vm, args[0]!)
  const stdin = peekSys(vm, 'stdin')!
  let line: string
  if (isPlainStream(stdin)) line = stdin.readLine(vm, prompt)
  else {
    if (prompt !== '') vm.write('stdout', prompt)
    line = lend(callMethod(vm, stdin, 'readline'), (text) => {
      if (text instanceof PyStr) return text.value
      return vm.raise('TypeError', `object.readline() returned non-string`)
    })
  }
  if (line === '') return vm.raise('EOFError', 'EOF when reading a line')
  return newStr(vm, line.endsWith('\n') ? line.slice(0, -1) : line)
}

const openNames = ['file', 'mode', 'buffering', 'encoding', 'errors', 'newline', 'closefd', 'opener']

export const outputFunctions = [
  rawFn(
    "print(*args, sep=' ', end='\\n', file=None, flush=False) -> object",
    'Writes values to a stream, sys.stdout by default.',
    print,
  ),
  rawFn("input(prompt='', /) -> object", 'Reads a line of input, without its newline.', input),
  rawFn(
    "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None) -> object",
    'There are no files here: raises OSError.',
    (vm, args, kwnames) => {
      const [file] = bindNamed(vm, 'open', args, kwnames, openNames, 1)
      return vm.raise('OSError', `open(${toRepr(vm, file!)}): there are no files in this simulator`)
    },
  ),
  rawFn('breakpoint(*args, **kws) -> object', 'Calls sys.breakpointhook().', (vm, args, kwnames) => {
    const hook = peekSys(vm, 'breakpointhook')
    if (hook === null) return vm.raise('RuntimeError', 'lost sys.breakpointhook')
    return lend(newRef(hook), (each) => vm.call(each, args, kwnames))
  }),
]

/** What `site` adds to the built-in names for people at a terminal. */
export const siteFunctions = [
  rawFn('help(*args, **kwds) -> object', 'There is no pager here: raises RuntimeError.', (vm) =>
    vm.raise('RuntimeError', 'help() is not part of this simulator'),
  ),
  fn('license()', 'Names the licence of Python.', (vm) =>
    vm.write('stdout', 'See https://www.python.org/psf/license/\n'),
  ),
  fn('copyright()', 'Names the owners of Python.', (vm) =>
    vm.write('stdout', 'Copyright (c) 2001 Python Software Foundation.\nAll Rights Reserved.\n'),
  ),
  fn('credits()', 'Names the makers of Python.', (vm) =>
    vm.write('stdout', 'Python is made by its community: see https://www.python.org\n'),
  ),
]
