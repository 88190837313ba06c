// What a figure of the heap shows: boxes with rows, and the edges between them, made of a snapshot and of what the
// reader has opened, hidden or searched. Pure; where the boxes stand is for layout.ts to say.
//
// A *box* is a frame, an object, or a *group*: many objects of one type drawn as one ("list × 812"). A *row* is one
// line of a box: a variable, an attribute, an item. A small value stands in the row; anything else gets an *edge*,
// which begins at the row. What is *folded* (the inside of a library's container) has no box: references through it
// are drawn from the container itself, as if they were its own.

import type { ObjectData, ObjectId, SnapshotData } from '../../kernel/recording/protocol.ts'
import { type Exit, exitsOf } from './exits.ts'
import { type Drawn, drawnObjects, isDefinition, isPlainTuple, isValue, placesOf } from './folding.ts'
import { badgeWidth, boxSize, shortened } from './measure.ts'

export interface Row {
  /** The name at its left: `next`, `0`, `'key'`. */
  label: string
  /** What stands in it; '' where an edge leaves. */
  value: string
  /** A variable, a field of an object, a value on an evaluation stack, a remark of the figure's own. */
  kind: 'name' | 'field' | 'stack' | 'remark'
  /** Whether an edge begins here, and of which sort. */
  port: 'strong' | 'weak' | 'dead' | null
  /** A weak reference that has a callback. */
  bell: boolean
}

export interface Box {
  /** Its own through time: `o12`, `f0:__main__`, `g:list`. */
  key: string
  kind: 'frame' | 'object' | 'group' | 'ghost'
  /** null for frames and groups. */
  id: ObjectId | null
  title: string
  /** Beside the title: a line number, a type that the name does not tell. */
  note: string
  /** The count as it is written on the box; null for frames. */
  badge: string | null
  badgeWidth: number
  /** How it is coloured. */
  tone: 'live' | 'island' | 'ghost' | 'running' | 'waiting'
  rows: readonly Row[]
  /** Why a ghost is one, in short lines. */
  lines: readonly string[]
  /** The type of the objects that it shows; '' for frames. */
  type: string
  /** What assistive technology calls it. */
  words: string
  width: number
  height: number
}

export interface Edge {
  /** Its own through time. */
  key: string
  from: string
  /** Index of the row at which it begins. */
  row: number
  to: string
  weak: boolean
  callback: boolean
  island: boolean
  /** As the snapshot says it, for emphasis: who refers, by what, to whom. */
  source: ObjectId | string
  label: string
  target: ObjectId | null
}

export interface Scene {
  boxes: readonly Box[]
  edges: readonly Edge[]
  /** Objects of the snapshot's program that are in no box, and why. */
  omitted: number
  /** One sentence that says what is to be seen. */
  words: string
}

/** What the reader, or the author of a lesson, chose. */
export interface View {
  /** Folded things that get a box all the same: values, functions, the inside of containers. */
  open: ReadonlySet<ObjectId>
  /** Types whose objects are drawn one by one, however many. */
  openTypes: ReadonlySet<string>
  /** Types left out. */
  hiddenTypes: ReadonlySet<string>
  /** Only this object and what is at most two edges away. */
  focus: ObjectId | null
  /** Only what these variables, types or objects lead to; null: everything. */
  show: readonly string[] | null
  /** Variables and objects left out, by name. */
  hide: readonly string[]
  /** From how many objects on those of one type become a group. */
  limit: number
  /** For a narrow page: without the line numbers of frames. */
  compact: boolean
}

export interface Ghost {
  object: ObjectData
  why: string
}

/** Everything, as it comes. */
export const plainView: View = {
  open: new Set(),
  openTypes: new Set(),
  hiddenTypes: new Set(),
  focus: null,
  show: null,
  hide: [],
  limit: 60,
  compact: false,
}

/** From how many ghosts on those of one type are drawn as one. */
const ghostLimit = 12

/** So many members of a group are asked where they lead. */
const groupSample = 200

/** Rows of one box, at most; the others are counted in a last row. */
const rowLimit = 12

/** What the figure of a snapshot shows. */
export function sceneOf(
  snapshot: SnapshotData,
  view: View = plainView,
  ghosts: readonly Ghost[] = [],
): Scene {
  const drawn = drawnObjects(snapshot, view)
  const builder = new SceneBuilder(snapshot, view, drawn)
  builder.addFrames()
  for (const object of drawn.objects) builder.addObject(object)
  for (const [type, members] of drawn.groups) builder.addGroup(type, members)
  builder.addGhosts(ghosts)
  return builder.finish()
}

/** The same without ghosts; that of a snapshot and a view is made once. */
export function plainScene(snapshot: SnapshotData, view: View): Scene {
  const known = plainScenes.get(snapshot)
  if (known?.view === view) return known.scene
  const scene = sceneOf(snapshot, view)
  plainScenes.set(snapshot, { view, scene })
  return scene
}

const plainScenes = new WeakMap<SnapshotData, { view: View; scene: Scene }>()

/** The key of the box of an object. */
export function objectKey(id: ObjectId): string {
  return `o${id}`
}

class SceneBuilder {
  private readonly snapshot: SnapshotData
  private readonly view: View
  private readonly drawn: Drawn
  private readonly boxes: Box[] = []
  private readonly edges: Edge[] = []
  private readonly edgeKeys = new Set<string>()

  constructor(snapshot: SnapshotData, view: View, drawn: Drawn) {
    this.snapshot = snapshot
    this.view = view
    this.drawn = drawn
  }

  addFrames(): void {
    const last = this.snapshot.frames.length - 1
    for (const [index, frame] of this.snapshot.frames.entries()) {
      const key = `f${index}:${frame.name}`
      const rows: Row[] = []
      const definitions: string[] = []
      for (const variable of frame.variables) {
        if (!this.drawn.variables.has(variable)) {
          const target = this.drawn.byId.get(variable.target)
          if (target && isDefinition(target) && this.view.show === null && !/^__/.test(variable.name))
            definitions.push(variable.name)
          continue
        }
        const stack = variable.kind === 'stack'
        this.addRow(rows, {
          from: key,
          source: frame.name,
          text: stack ? 'on the stack' : variable.name,
          label: variable.name,
          target: variable.target,
          kind: stack ? 'stack' : 'name',
          island: false,
        })
      }
      if ((frame.lineno === null || this.view.show !== null) && rows.length === 0 && index > 0) continue
      if (this.view.show !== null && rows.length === 0 && last > 0) continue
      if (definitions.length > 0 && index === 0)
        rows.push(remark(`+ ${counted(definitions.length, 'definition')}`))
      this.push({
        key,
        kind: 'frame',
        id: null,
        title: shortened(localName(frame.name)),
        note: frame.lineno === null || this.view.compact ? '' : `line ${frame.lineno}`,
        badge: null,
        tone: index === last ? 'running' : 'waiting',
        rows,
        lines: [],
        type: '',
        words: index === last ? 'the running frame' : 'a frame',
      })
    }
  }

  addObject(object: ObjectData): void {
    const key = objectKey(object.id)
    const island = object.state === 'island'
    const badge = object.refcnt === null ? '∞' : String(object.refcnt)
    this.push({
      key,
      kind: 'object',
      id: object.id,
      title: shortened(isValue(object) ? object.text : localName(object.name)),
      note: noteOf(object),
      badge,
      tone: island ? 'island' : 'live',
      rows: this.rowsOf(object, key, island),
      lines: [],
      type: object.type,
      words: `${object.refcnt === null ? 'immortal' : `count ${object.refcnt}`}${island ? ', island' : ''}`,
    })
  }

  addGroup(type: string, members: readonly ObjectData[]): void {
    const key = `g:${type}`
    const island = members.every((member) => member.state === 'island')
    const rows: Row[] = []
    for (const member of members.slice(0, groupSample))
      for (const exit of this.exitsOf(member)) {
        const to = this.drawn.boxOf(exit.target.id)
        if (to === null || to === key || rows.some((row) => row.label === exit.label)) continue
        if (rows.length < 4) this.addEdge(rows, key, member.id, exit, to, island)
      }
    this.push({
      key,
      kind: 'group',
      id: null,
      title: `${type} × ${members.length}`,
      note: '',
      badge: null,
      tone: island ? 'island' : 'live',
      rows,
      lines: [],
      type,
      words: 'folded',
    })
  }

  /** What has just died; where that is much, those of one type as one. */
  addGhosts(ghosts: readonly Ghost[]): void {
    const seen = ghosts.filter(
      ({ object }) => !isValue(object) && !object.inner && this.drawn.boxOf(object.id) === null,
    )
    const types = Map.groupBy(seen, ({ object }) => object.type)
    for (const [type, group] of types)
      if (seen.length > ghostLimit && group.length > 2) this.addGhostGroup(type, group)
      else for (const ghost of group) this.addGhost(ghost)
  }

  private addGhostGroup(type: string, ghosts: readonly Ghost[]): void {
    const reasons = new Set(ghosts.map(({ why }) => why))
    const [why = ''] = reasons
    this.push({
      key: `d:${type}`,
      kind: 'ghost',
      id: null,
      title: `${type} × ${ghosts.length}`,
      note: '',
      badge: '0',
      tone: 'ghost',
      rows: [],
      lines: reasons.size === 1 ? wrapped(why, 22, 3) : ['freed'],
      type,
      words: reasons.size === 1 ? why : 'freed, for several reasons',
    })
  }

  private addGhost({ object, why }: Ghost): void {
    this.push({
      key: objectKey(object.id),
      kind: 'ghost',
      id: object.id,
      title: object.name,
      note: '',
      badge: '0',
      tone: 'ghost',
      rows: [],
      lines: wrapped(why, 22, 3),
      type: object.type,
      words: why,
    })
  }

  finish(): Scene {
    const { snapshot, drawn } = this
    const islands = this.boxes.filter((box) => box.tone === 'island').length
    const words = [
      `${counted(this.boxes.filter((box) => box.kind === 'frame').length, 'frame')} and ${counted(drawn.objects.length, 'object')}`,
      islands > 0 ? `${islands} of them held only by one another` : '',
    ]
    const keys = new Set(this.boxes.map((box) => box.key))
    return {
      boxes: this.boxes,
      edges: this.edges.filter((edge) => keys.has(edge.from) && keys.has(edge.to)),
      omitted: snapshot.omitted + drawn.left,
      words: `${words.filter(Boolean).join(', ')}.`,
    }
  }

  private push(box: Omit<Box, 'width' | 'height' | 'badgeWidth'>): void {
    this.boxes.push({ ...box, badgeWidth: badgeWidth(box.badge), ...boxSize(box) })
  }

  private rowsOf(object: ObjectData, key: string, island: boolean): Row[] {
    const rows: Row[] = []
    if (isValue(object)) return rows
    const exits = this.exitsOf(object)
    const listed = exits.map((exit) => this.drawn.boxOf(exit.target.id))
    const values = exits.filter((_, index) => listed[index] === null)
    // A list of numbers is one line of them.
    if (object.kind !== 'instance' && values.length === exits.length && exits.length > 1 && !object.weak) {
      const items = exits.map((exit) =>
        object.kind === 'mapping'
          ? `${plainLabel(exit.label)}: ${this.valueText(exit.target)}`
          : this.valueText(exit.target),
      )
      const all = items.length + exits.reduce((sum, { more }) => sum + more, object.more)
      rows.push({ label: '', value: inOneLine(items, all), kind: 'field', port: null, bell: false })
      return rows
    }
    // Of many rows, the first few and those with an arrow are shown; what leads to a group shares a row.
    const arrows = listed.map((to) => to !== null && !to.startsWith('g:'))
    const alone = exits.filter((_, index) => !listed[index]?.startsWith('g:')).length
    const firsts = alone <= rowLimit ? rowLimit : Math.max(3, rowLimit - 1 - arrows.filter(Boolean).length)
    const shares = new Map<string, Exit[]>()
    let left = object.more
    for (const [index, exit] of exits.entries()) {
      left += exit.more
      const to = listed[index] ?? null
      if (to?.startsWith('g:')) {
        const share = shares.get(to)
        if (share === undefined) shares.set(to, [exit])
        else share.push(exit)
      } else if (rows.length >= (to === null ? firsts : rowLimit)) left++
      else if (to === null) {
        const value = this.valueText(exit.target)
        rows.push({ label: plainLabel(exit.label), value, kind: 'field', port: null, bell: false })
      } else this.addEdge(rows, key, object.id, exit, to, island)
    }
    for (const [to, [first, ...others]] of shares)
      if (first) {
        const text = others.length === 0 ? plainLabel(first.label) : `× ${others.length + 1}`
        this.addEdge(rows, key, object.id, first, to, island, 'field', text)
      }
    if (left > 0) rows.push(remark(`… ${left} more`))
    if (rows.length === 0 && (isContainer(object) || /^Weak.*(Set|Dictionary)$/.test(object.type)))
      rows.push(remark('empty'))
    if (object.weak && object.weak.referent === null)
      rows.unshift({ label: 'dead', value: '', kind: 'field', port: 'dead', bell: object.weak.hasCallback })
    return rows
  }

  private addRow(
    rows: Row[],
    row: {
      from: string
      source: string
      text: string
      label: string
      target: ObjectId
      kind: Row['kind']
      island: boolean
    },
  ): void {
    const target = this.drawn.byId.get(row.target)
    const to = target ? this.drawn.boxOf(target.id) : null
    if (!target || to === null) {
      const value = target ? this.valueText(target) : '…'
      rows.push({ label: shortened(row.text), value, kind: row.kind, port: null, bell: false })
      return
    }
    const exit: Exit = { label: row.label, target, weak: false, callback: false, more: 0 }
    this.addEdge(rows, row.from, row.source, exit, to, row.island, row.kind, row.text)
  }

  private addEdge(
    rows: Row[],
    from: string,
    source: ObjectId | string,
    exit: Exit,
    to: string,
    island: boolean,
    kind: Row['kind'] = 'field',
    text = plainLabel(exit.label),
  ): void {
    let key = `${from} ${exit.label} ${to}${exit.weak ? ' weak' : ''}`
    for (let copy = 2; this.edgeKeys.has(key); copy++) key = `${from} ${exit.label} ${to} ${copy}`
    this.edgeKeys.add(key)
    this.edges.push({
      key,
      from,
      row: rows.length,
      to,
      weak: exit.weak,
      callback: exit.callback,
      island,
      source,
      label: exit.label,
      target: exit.target.id,
    })
    rows.push({
      label: shortened(text),
      value: '',
      kind,
      port: exit.weak ? 'weak' : 'strong',
      bell: exit.callback,
    })
  }

  private exitsOf(object: ObjectData): Exit[] {
    return exitsOf(object, this.drawn, this.view.open, rowLimit + 1)
  }

  /** What stands in a row instead of an edge. */
  private valueText(object: ObjectData): string {
    if (isValue(object)) return shortened(object.text)
    if (!isPlainTuple(object, this.drawn.byId)) return shortened(localName(object.name))
    const items = object.fields.flatMap((field) =>
      placesOf(field, 3).map(() => this.drawn.byId.get(field.target)?.text ?? '…'),
    )
    return shortened(`(${items.join(', ')}${items.length === 1 ? ',' : ''})`)
  }
}

function isContainer({ kind }: ObjectData): boolean {
  return kind === 'sequence' || kind === 'mapping' || kind === 'set'
}

function remark(label: string): Row {
  return { label, value: '', kind: 'remark', port: null, bell: false }
}

/** `.next` → `next`, `['key']` → `'key'`; a set's element has no name. */
function plainLabel(label: string): string {
  if (label === '{…}') return ''
  if (label === '__callback__') return 'callback'
  return shortened(label.replace(/^\./, '').replace(/^\[(.*)\]$/s, '$1'))
}

/** The first few items, and how many there are. */
function inOneLine(items: readonly string[], all: number): string {
  let text = ''
  for (const [index, item] of items.entries()) {
    const longer = text === '' ? item : `${text}, ${item}`
    if (longer.length > 22 && index > 0) return `${text}, … (${all})`
    text = longer
  }
  return all > items.length ? `${text}, … (${all})` : text
}

/** Without the function in which it was defined. */
function localName(name: string): string {
  return name.replace(/^.*<locals>\./, '')
}

/** The type, where the name does not begin with it. */
function noteOf(object: ObjectData): string {
  if (isDefinition(object)) return object.kind === 'class' ? 'class' : ''
  const type = object.type.replace(/^.*\./, '')
  return isValue(object) || object.name.replace(/#.*$/, '') !== type ? type : ''
}

/** "1 name", "3 names". */
export function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

/** `text` in lines of at most `width` characters; what does not fit in `most` lines is cut. */
function wrapped(text: string, width: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.replaceAll('`', '').split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  lines.push(line)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${lines[most - 1]} …`]
}
