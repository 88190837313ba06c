// The Markdown side of cell-fence.ts: finds the fences in the tree that the Markdown engine (Sätteri) makes of a
// lesson, and puts an element `<NotebookCell>` in the place of each cell. What the element gets to show, the site
// highlights afterwards as it does any code: the program is its content, a solution its slot `solution`.

import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineMdastPlugin, type MdastNode, type MdastPluginDefinition } from 'satteri'
import { type Cell, type Fence, readCells } from './cell-fence.ts'

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

function pythonBlock(value: string): Code {
  return { type: 'code', lang: 'python', meta: null, value }
}

function cellElement({ data }: Cell): Element {
  const attribute = { type: 'mdxJsxAttributeValueExpression' as const, value: JSON.stringify(data) }
  const solution: Element = {
    type: 'mdxJsxFlowElement',
    name: 'div',
    attributes: [{ type: 'mdxJsxAttribute', name: 'slot', value: 'solution' }],
    children: data.exercise ? [pythonBlock(data.exercise.solution)] : [],
  }
  return {
    type: 'mdxJsxFlowElement',
    name: 'NotebookCell',
    attributes: [{ type: 'mdxJsxAttribute', name: 'data', value: attribute }],
    children: [pythonBlock(data.source), ...(data.exercise ? [solution] : [])],
  }
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
    }
  },
})
