// A tree as text, one node a line, for tests and for looking at.
//
// Each line has the field's name, the node's class, its plain fields, and its position as
// `line:column-line:column` (columns in bytes, from 0). Children are indented.

import type { ConstantValue, Node } from './ast.ts'

const POSITION: readonly string[] = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset']
const HIDDEN: readonly string[] = ['kind', 'warnings', 'identifiers', ...POSITION]

/** The text of a tree. */
export function dump(node: Node): string {
  const lines: string[] = []
  write(node, '', '', lines)
  return `${lines.join('\n')}\n`
}

function write(node: Node, indent: string, label: string, lines: string[]): void {
  const plain: string[] = []
  const children: [string, Node | null][] = []
  for (const [name, value] of Object.entries(node).sort(byName)) {
    if (HIDDEN.includes(name)) continue
    if (Array.isArray(value)) {
      if (value.length > 0 && typeof value[0] === 'string') plain.push(`${name}=[${value.join(', ')}]`)
      else value.forEach((item: Node | null, index) => children.push([`${name}[${index}]`, item]))
    } else if (isNode(value)) {
      children.push([name, value])
    } else if (isConstant(value)) {
      plain.push(`${name}=${constantText(value)}`)
    } else if (value !== null) {
      plain.push(`${name}=${value}`)
    }
  }
  const parts = [node.kind, ...plain]
  if ('lineno' in node) {
    parts.push(`${node.lineno}:${node.col_offset}-${node.end_lineno}:${node.end_col_offset}`)
  }
  lines.push(`${indent}${label}${parts.join(' ')}`)
  for (const [name, child] of children) {
    if (child === null) lines.push(`${indent}  ${name}: None`)
    else write(child, `${indent}  `, `${name}: `, lines)
  }
}

function byName(a: [string, unknown], b: [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value
}

function isConstant(value: unknown): value is ConstantValue {
  return typeof value === 'object' && value !== null && 'type' in value
}

function constantText(value: ConstantValue): string {
  switch (value.type) {
    case 'None':
    case 'Ellipsis':
      return value.type
    case 'bool':
      return value.value ? 'True' : 'False'
    case 'int':
      return `int ${value.value}`
    case 'float':
      return `float ${value.value.toExponential()}`
    case 'complex':
      return `complex ${value.imag.toExponential()}`
    case 'str':
      return `str ${JSON.stringify(value.value)}`
    case 'bytes':
      return `bytes ${JSON.stringify(String.fromCharCode(...value.value))}`
  }
}
