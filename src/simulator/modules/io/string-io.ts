/** `io.StringIO`: a stream of text in memory. As `Modules/_io/stringio.c`. */
import { type HeapType, PyObject, type Visit } from '../../heap/object.ts'
import type { Held, Own } from '../../heap/reference.ts'
import { newRef, releaseMaybe } from '../../heap/reference.ts'
import { tracked } from '../../objects/allocate.ts'
import { newBool } from '../../objects/bool.ts'
import { defineType, getset, methodsOf } from '../../objects/declare/type.ts'
import { getDict } from '../../objects/instance.ts'
import { newStr, PyStr } from '../../objects/str.ts'
import { codePointLength, hasPairs, substring, unitOffset } from '../../objects/text/code-points.ts'
import { typeName } from '../../objects/type.ts'
import type { VM } from '../../objects/vm.ts'
import { bindNamed } from '../arguments.ts'
import { toSize, unsupported } from './base.ts'

/** What becomes of newlines: kept, made '\n' when read or written, or written otherwise. */
type Newline = null | '' | '\n' | '\r' | '\r\n'

export class PyStringIO extends PyObject {
  text = ''
  /** In code points, as all positions. */
  position = 0
  closed = false
  newline: Newline = '\n'

  constructor(type: HeapType) {
    super(type)
  }

  get length(): number {
    return codePointLength(this.text)
  }

  /** Writes at the position, over what is there; zeros fill a gap before it. */
  put(text: string): void {
    const { length } = this
    const size = codePointLength(text)
    if (this.position > length) this.text += '\0'.repeat(this.position - length)
    if (this.position >= length) this.text += text
    else {
      const end = this.position + size
      this.text =
        substring(this.text, 0, this.position) +
        text +
        (end < length ? substring(this.text, end, length) : '')
    }
    this.position += size
  }

  /** Up to `size` characters from the position on, all for -1. */
  take(size: number): string {
    const { length } = this
    if (this.position >= length) return ''
    const end = size < 0 ? length : Math.min(length, this.position + size)
    const taken = substring(this.text, this.position, end)
    this.position = end
    return taken
  }

  takeLine(size: number): string {
    if (this.position >= this.length || size === 0) return ''
    const start = unitOffset(this.text, this.position)
    let end = this.#lineEnd(start)
    if (end < 0) end = this.text.length
    const line = this.text.slice(start, end)
    return this.take(size < 0 ? codePointLength(line) : Math.min(size, codePointLength(line)))
  }

  #lineEnd(start: number): number {
    if (this.newline === '') {
      const match = /\r\n|\n|\r/g
      match.lastIndex = start
      const found = match.exec(this.text)
      return found === null ? -1 : found.index + found[0].length
    }
    const mark = this.newline === null ? '\n' : this.newline
    const at = this.text.indexOf(mark, start)
    return at < 0 ? -1 : at + mark.length
  }

  override traverse(visit: Visit): void {
    if (this.dict !== null && !this.type.addsStorage) visit(this.dict, '__dict__')
  }

  override clear(): void {
    if (this.type.addsStorage) return
    const dict = this.dict as Held | null
    this.dict = null
    releaseMaybe(dict)
  }
}

function open(vm: VM, self: PyStringIO): PyStringIO {
  return self.closed ? vm.raise('ValueError', 'I/O operation on closed file') : self
}

/** Text as it is stored. */
function translated(self: PyStringIO, text: string): string {
  switch (self.newline) {
    case null:
      return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
    case '\r':
    case '\r\n':
      return text.replaceAll('\n', self.newline)
    default:
      return text
  }
}

function init(vm: VM, self: PyStringIO, args: readonly PyObject[], kwnames: readonly PyStr[] | null): void {
  const [initial, newline] = bindNamed(vm, 'StringIO', args, kwnames, ['initial_value', 'newline'], 0)
  const mark =
    newline === undefined
      ? '\n'
      : newline === vm.None
        ? null
        : newline instanceof PyStr
          ? newline.value
          : vm.raise(
              'TypeError',
              `StringIO() argument 'newline' must be str or None, not ${typeName(newline)}`,
            )
  if (mark !== null && !['', '\n', '\r', '\r\n'].includes(mark))
    vm.raise('ValueError', `illegal newline value: '${mark}'`)
  self.newline = mark as Newline
  self.text = ''
  self.position = 0
  self.closed = false
  if (initial === undefined || initial === vm.None) return
  if (!(initial instanceof PyStr))
    return vm.raise('TypeError', `initial_value must be str or None, not ${typeName(initial)}`)
  self.text = translated(self, initial.value)
}

function seek(vm: VM, self: PyStringIO, offset: number, whence: number): number {
  open(vm, self)
  if (whence < 0 || whence > 2) vm.raise('ValueError', `Invalid whence (${whence}, should be 0, 1 or 2)`)
  if (whence === 0 && offset < 0) vm.raise('ValueError', `Negative seek position ${offset}`)
  if (whence !== 0 && offset !== 0) vm.raise('OSError', "Can't do nonzero cur-relative seeks")
  if (whence === 0) self.position = offset
  else if (whence === 2) self.position = self.length
  return self.position
}

const method = methodsOf<PyStringIO>()

const flag = (name: string, doc: string, value: boolean) =>
  method(`${name}(self, /) -> bool`, doc, ((vm: VM, self: PyStringIO) => {
    open(vm, self)
    return value
  }) as never)

export const stringIoSpec = defineType(PyStringIO, '_io.StringIO', 'Text in memory, as a stream.', {
  basicsize: 136,
  subclassable: true,
  container: true,
  hasDict: true,
  hasWeakrefs: true,
  slots: {
    __new__: (vm, cls) => tracked(vm, new PyStringIO(cls)) as unknown as Own,
    __init__: init,
    __next__: (vm, self) => {
      const line = open(vm, self).takeLine(-1)
      return line === '' ? null : newStr(vm, line)
    },
  },
  methods: [
    method('getvalue(self, /) -> str', 'Everything in it.', (vm, self) => open(vm, self).text),
    method(
      'read(self, size=-1, /) -> str',
      'So many characters from the position on, or all.',
      (vm, self, size) => {
        const limit = toSize(vm, size)
        return open(vm, self).take(limit)
      },
    ),
    method('readline(self, size=-1, /) -> str', 'The rest of the line.', (vm, self, size) => {
      const limit = toSize(vm, size)
      return open(vm, self).takeLine(limit)
    }),
    method('write(self, s, /) -> ssize_t', 'Writes text; its length.', (vm, self, text) => {
      if (!(text instanceof PyStr))
        return vm.raise('TypeError', `string argument expected, got '${typeName(text)}'`)
      const value = translated(open(vm, self), text.value)
      if (value !== '') self.put(value)
      return hasPairs(text.value) ? codePointLength(text.value) : text.value.length
    }),
    method('truncate(self, pos=None, /) -> ssize_t', 'Cuts it off at a position.', (vm, self, position) => {
      open(vm, self)
      const size = position === vm.None ? self.position : toSizeToCut(vm, position)
      if (size < self.length) self.text = substring(self.text, 0, size)
      return size
    }),
    method('seek(self, pos: ssize_t, whence: ssize_t = 0, /) -> ssize_t', 'Moves to a position.', seek),
    method('tell(self, /) -> ssize_t', 'The position.', (vm, self) => open(vm, self).position),
    method('close(self, /)', 'Lets go of the text.', (_vm, self) => {
      self.closed = true
      self.text = ''
    }),
    flag('seekable', 'Whether it has positions: yes.', true),
    flag('readable', 'Whether it can be read: yes.', true),
    flag('writable', 'Whether it can be written to: yes.', true),
    method('detach(self, /)', 'Not supported: there is nothing below.', (vm) => unsupported(vm, 'detach')),
  ],
  getset: [
    getset('closed', 'Whether it is closed.', (vm, self) => newBool(vm, self.closed)),
    getset('newlines', 'The kinds of newlines seen.', (vm, self) => {
      open(vm, self)
      return newRef(vm.None)
    }),
    getset('line_buffering', 'Whether each line is written at once.', (vm, self) => {
      open(vm, self)
      return newBool(vm, false)
    }),
    getset('__dict__', 'The attributes.', (vm, self) => getDict(vm, self)),
  ],
})

function toSizeToCut(vm: VM, value: PyObject): number {
  const size = toSize(vm, value)
  const exact = (value as unknown as { value: number }).value
  return size < 0 ? vm.raise('ValueError', `Negative size value ${exact}`) : size
}
