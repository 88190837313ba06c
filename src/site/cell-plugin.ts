// The Markdown side of cell-fence.ts: finds the fences in the tree that the Markdown engine (Sätteri) makes of a
// lesson, and puts an element `<NotebookCell>` in the place of each cell and `<LessonFigure>` in that of each figure. A
// cell's content is the code as a plain fence, which the site then highlights as it does any other.

import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type MdxJsxAttributeValueExpressionNode as AttributeValue,
  defineMdastPlugin,
  type MdastNode,
  type MdastPluginDefinition,
} from 'satteri'
import { type Cell, readCells } from './cell-fence.ts'
import type { Fence } from './lesson-error.ts'

type Code = Extract<MdastNode, { type: 'code' }>
type Element = Extract<MdastNode, { type: 'mdxJsxFlowElement' }>

/** A fence and where it stands in the tree. */
export interface PlacedFence extends Fence {
  node: Code
}

/** The fences below `root`, in the order of the page. */
export function fencesOf(root: MdastNode): PlacedFence[] {
  const fences: PlacedFence[] = []
  const visit = (parent: MdastNode) => {
    if (!('children' in parent)) return
    let previous: MdastNode | null = null
    for (const node of parent.children as MdastNode[]) {
      if (node.type === 'code') {
        const { lang = null, meta = null, value: text, position } = node
        fences.push({
          lang,
          meta,
          text,
          line: position?.start.line ?? 0,
          adjacent: previous?.type === 'code',
          node,
        })
      } else visit(node)
      previous = node
    }
  }
  visit(root)
  return fences
}

function element(name: string, data: unknown, children: Element['children']): Element {
  const value: AttributeValue = { type: 'mdxJsxAttributeValueExpression', value: JSON.stringify(data) }
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: [{ type: 'mdxJsxAttribute', name: 'data', value }],
    children,
  }
}

function cellElement({ data }: Cell): Element {
  return element('NotebookCell', data, [{ type: 'code', lang: 'python', meta: null, value: data.source }])
}

/** Turns the cells of a lesson into elements; a mistake in its fences fails the build. */
export const cellPlugin: MdastPluginDefinition = defineMdastPlugin({
  name: 'cells',
  options: { position: true },
  before(root, context) {
    const file = context.fileURL ? basename(fileURLToPath(context.fileURL)) : 'lesson.mdx'
    for (const cell of readCells(fencesOf(root), file)) {
      context.replaceNode(cell.code.node, cellElement(cell))
      if (cell.output) context.removeNode(cell.output.node)
      for (const other of cell.others) context.removeNode(other.node)
      for (const { data, fence } of cell.figures)
        context.replaceNode(fence.node, element('LessonFigure', data, []))
    }
  },
})
