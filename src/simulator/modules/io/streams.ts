/**
 * The standard streams: `sys.stdout`, `sys.stderr` and `sys.stdin`, text files over what the host gives.
 * They look like CPython's `_io.TextIOWrapper`; nothing is buffered.
 */
import type { HeapType } from '../../heap/object.ts'
import { PyObject as Base, type PyObject, type Visit } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { newRef, releaseMaybe } from '../../heap/reference.ts'
import { newBool } from '../../objects/bool.ts'
import { defineType, getset, methodsOf } from '../../objects/declare/type.ts'
import { newInt } from '../../objects/int.ts'
import { newList } from '../../objects/list.ts'
import { eachItem } from '../../objects/protocols/iteration.ts'
import { toIndex } from '../../objects/protocols/numbers.ts'
import { newStr, PyStr } from '../../objects/str.ts'
import { typeName } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'

export type StreamName = 'stdin' | 'stdout' | 'stderr'

export class PyTextStream extends Base {
  readonly stream: StreamName
  closed = false
  /** What of the current line of input has not been read yet. */
  #rest = ''

  constructor(type: HeapType, stream: StreamName) {
    super(type)
    this.stream = stream
  }

  write(vm: VM, text: string): void {
    this.#checkOpen(vm)
    const { stream } = this
    if (stream === 'stdin') vm.raise('ValueError', 'not writable')
    else if (text !== '') vm.host.write(stream, text)
  }

  /** A line with its newline, '' at the end of input. May pause the run, as `VM.readLine`. */
  readLine(vm: VM, prompt = ''): string {
    this.#checkOpen(vm)
    if (this.stream !== 'stdin') return vm.raise('ValueError', 'not readable')
    const rest = this.#rest
    if (rest === '') return vm.readLine(prompt)
    this.#rest = ''
    return rest
  }

  /** Gives back what was read too much. */
  unread(text: string): void {
    this.#rest = text + this.#rest
  }

  /** Everything up to the end of input. Where input is typed, lines already read are kept while it waits. */
  readAll(vm: VM): string {
    let text = ''
    try {
      for (;;) {
        const line = this.readLine(vm)
        if (line === '') return text
        text += line
      }
    } catch (thrown) {
      this.unread(text)
      throw thrown
    }
  }

  #checkOpen(vm: VM): void {
    if (this.closed) vm.raise('ValueError', 'I/O operation on closed file.')
  }

  override traverse(visit: Visit): void {
    if (this.dict !== null && !this.type.addsStorage) visit(this.dict, '__dict__')
  }

  override clear(): void {
    const dict = this.dict as Held | null
    this.dict = null
    releaseMaybe(dict)
  }
}

const numbers: Readonly<Record<StreamName, number>> = { stdin: 0, stdout: 1, stderr: 2 }

function readSome(vm: VM, self: PyTextStream, size: PyObject): string {
  const limit = size === vm.None ? -1 : toIndex(vm, size, 'OverflowError')
  const text = self.readAll(vm)
  if (limit < 0) return text
  const points = [...text]
  self.unread(points.slice(limit).join(''))
  return points.slice(0, limit).join('')
}

function readOneLine(vm: VM, self: PyTextStream, size: PyObject): string {
  const limit = size === vm.None ? -1 : toIndex(vm, size, 'OverflowError')
  const line = self.readLine(vm)
  const points = limit < 0 ? [] : [...line]
  if (limit < 0 || points.length <= limit) return line
  self.unread(points.slice(limit).join(''))
  return points.slice(0, limit).join('')
}

const method = methodsOf<PyTextStream>()

export const textStreamSpec = defineType(PyTextStream, '_io.TextIOWrapper', 'A stream of text.', {
  basicsize: 208,
  container: true,
  hasDict: true,
  hasWeakrefs: true,
  noInstantiation: true,
  slots: {
    __repr__: (vm, self) => {
      const mode = self.stream === 'stdin' ? 'r' : 'w'
      return newStr(vm, `<_io.TextIOWrapper name='<${self.stream}>' mode='${mode}' encoding='utf-8'>`)
    },
    __iter__: (_vm, self) => newRef(self),
    __next__: (vm, self) => {
      const line = self.readLine(vm)
      return line === '' ? null : newStr(vm, line)
    },
  },
  methods: [
    method('write(self, text: object, /) -> ssize_t', 'Writes text; its length.', (vm, self, text) => {
      if (!(text instanceof PyStr))
        return vm.raise('TypeError', `write() argument must be str, not ${typeName(text)}`)
      self.write(vm, text.value)
      return [...text.value].length
    }),
    method('writelines(self, lines, /)', 'Writes several texts.', (vm, self, lines) =>
      eachItem(vm, lines, (text) => {
        if (!(text instanceof PyStr))
          vm.raise('TypeError', `write() argument must be str, not ${typeName(text)}`)
        else self.write(vm, text.value)
      }),
    ),
    method('read(self, size=None, /) -> str', 'All text, or so many characters of it.', readSome),
    method(
      'readline(self, size=None, /) -> str',
      'One line with its newline; the empty string at the end.',
      readOneLine,
    ),
    method('readlines(self, hint=None, /) -> object', 'All lines.', (vm, self) => {
      const text = self.readAll(vm)
      return newList(
        vm,
        (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((line) => newStr(vm, line)),
      )
    }),
    method('flush(self, /)', 'Nothing waits to be written: does nothing.', () => {}),
    method('isatty(self, /) -> bool', 'Whether it is a terminal: no.', () => false),
    method('readable(self, /) -> bool', 'Whether it can be read.', (_vm, self) => self.stream === 'stdin'),
    method(
      'writable(self, /) -> bool',
      'Whether it can be written to.',
      (_vm, self) => self.stream !== 'stdin',
    ),
    method('seekable(self, /) -> bool', 'Whether it has positions: no.', () => false),
    method('fileno(self, /) -> ssize_t', 'Its number.', (_vm, self) => numbers[self.stream]),
    method('close(self, /)', 'Closes it.', (_vm, self) => {
      self.closed = true
    }),
    method(
      'reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)',
      'Nothing can be changed here: does nothing.',
      () => {},
    ),
    method('__enter__(self, /) -> object', 'The stream itself.', (_vm, self) => newRef(self)),
    method('__exit__(self, *args)', 'Closes it.', (_vm, self) => {
      self.closed = true
    }),
  ],
  getset: [
    getset('name', 'Its name.', (vm, self) => newStr(vm, `<${self.stream}>`)),
    getset('mode', 'How it was opened.', (vm, self) => newStr(vm, self.stream === 'stdin' ? 'r' : 'w')),
    getset('encoding', 'The encoding of its text.', (vm) => newStr(vm, 'utf-8')),
    getset('errors', 'What is done with text that cannot be encoded.', (vm, self) =>
      newStr(vm, self.stream === 'stderr' ? 'backslashreplace' : 'strict'),
    ),
    getset('newlines', 'The kinds of newlines seen.', (vm) => newRef(vm.None)),
    getset('line_buffering', 'Whether each line is written at once.', (vm, self) =>
      newBool(vm, self.stream === 'stderr'),
    ),
    getset('write_through', 'Whether everything is written at once.', (vm) => newBool(vm, false)),
    getset('closed', 'Whether it is closed.', (vm, self) => newBool(vm, self.closed)),
    getset('_CHUNK_SIZE', 'How much is read at once.', (vm) => newInt(vm, 8192)),
  ],
})

/** A standard stream. */
export function newTextStream(vm: VM, type: HeapType, stream: StreamName): Own<PyTextStream> {
  const made = new PyTextStream(type, stream) as Own<PyTextStream>
  vm.heap.collector.track(made)
  return made
}
