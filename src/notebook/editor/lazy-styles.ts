// Build time: keeps the style sheets of code that is fetched on demand, such as the editor's. Astro 7 drops every
// sheet that no page has in its head, and with it those that only a dynamic import asks for; a sheet that a chunk
// lists among its assets is left alone, and Vite then loads it together with the chunk.

/** The part of a Vite plugin that is used. */
export interface LazyStylesPlugin {
  name: string
  generateBundle(options: unknown, bundle: Record<string, unknown>): void
}

interface StyledChunk {
  type: 'chunk'
  isDynamicEntry: boolean
  viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> }
}

/** The plugin, for `vite.plugins`. */
export function lazyStyles(): LazyStylesPlugin {
  return {
    name: 'heapbook:lazy-styles',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (!isStyledChunk(output)) continue
        for (const sheet of output.viteMetadata?.importedCss ?? [])
          output.viteMetadata?.importedAssets.add(sheet)
      }
    },
  }
}

function isStyledChunk(output: unknown): output is StyledChunk {
  const chunk = output as Partial<StyledChunk>
  return chunk.type === 'chunk' && chunk.isDynamicEntry === true
}
