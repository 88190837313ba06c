// Static highlighting without inline styles: each piece of code gets the class of its role (highlight-roles.ts),
// which is light or dark as the page is.

import type { ShikiTransformer } from 'shiki'
import { highlightRoles, plainRole, roleClass } from '../notebook/highlight-roles.ts'

const classes = new Map(
  [plainRole, ...highlightRoles].map((role) => [role.light.toLowerCase(), roleClass(role)]),
)

/** A Shiki transformer for the light theme: colours become classes; a colour without a role is an error. */
export const classTransformer: ShikiTransformer = {
  name: 'role-classes',
  span(node) {
    const style = String(node.properties['style'] ?? '')
    // Text in no language has no colours.
    if (style === '') return
    const colour = /(?:^|;)\s*color:\s*(#[0-9a-f]{6})/i.exec(style)?.[1]?.toLowerCase()
    const name = colour && classes.get(colour)
    if (!name) throw new Error(`The highlighter used "${style}", which is no role of highlight-roles.ts.`)
    delete node.properties['style']
    if (name !== roleClass(plainRole)) node.properties['class'] = name
  },
  pre(node) {
    delete node.properties['style']
  },
}
