// The site: lessons in MDX, cells as Svelte islands, static files that work from any folder.

import { satteri } from '@astrojs/markdown-satteri'
import mdx from '@astrojs/mdx'
import svelte from '@astrojs/svelte'
import { defineConfig } from 'astro/config'
import { lazyStyles } from './src/notebook/editor/lazy-styles.ts'
import { highlightTheme } from './src/notebook/highlight-roles.ts'
import { cellPlugin } from './src/site/cell-plugin.ts'
import { classTransformer } from './src/site/class-transformer.ts'
import { relativeUrls } from './src/site/relative-urls.ts'

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  integrations: [mdx(), svelte(), relativeUrls()],
  markdown: {
    processor: satteri({ mdastPlugins: [cellPlugin] }),
    shikiConfig: { theme: highlightTheme('light'), transformers: [classTransformer] },
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
      // Monaco writes style elements and attributes as it goes.
      styleDirective: { resources: ["'self'", "'unsafe-inline'"] },
    },
  },
  vite: {
    plugins: [lazyStyles()],
    worker: { format: 'es' },
    // What is fetched late is prepared early all the same: else the author's server reloads the page at the first edit.
    optimizeDeps: { entries: ['src/notebook/editor/*.ts'] },
    build: {
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        onLog(level, log, report) {
          // Astro's marker for pages with styles; the bundler takes it for a directive that it does not know.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log)
        },
      },
    },
    experimental: {
      // What a script or style sheet loads is named relative to itself.
      renderBuiltUrl: (_file, { type }) => (type === 'asset' ? { relative: true } : undefined),
    },
  },
})
