// Completes package-lock.json for other systems. `npm install` leaves an optional package with a binary for
// another system out of the lock file when the registry in use does not have it; `npm ci` then refuses the file,
// and a machine of that system would find no binary. This script adds one entry for each such package: its
// version and system, so that npm can fetch it where it is wanted.
//
//     node tests/support/setup/lock-stubs.mjs        after `npm install` of a package with binaries

import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../../../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))
const packages = lock.packages

const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'aix',
]
const processors = [
  'x64',
  'arm64',
  'arm',
  'ia32',
  'wasm32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'mipsel',
]
const libraries = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }

/** The `os`, `cpu` and `libc` that a package's name tells, e.g. `@biomejs/cli-linux-x64-musl`. */
function systemOf(name) {
  const words = name.split(/[/-]/)
  const os = words.filter((word) => systems.includes(word))
  const cpu = words.filter((word) => processors.includes(word))
  const libc = os.includes('linux') ? words.flatMap((word) => libraries[word] ?? []) : []
  return { ...(os.length && { os }), ...(cpu.length && { cpu }), ...(libc.length && { libc }) }
}

/** Is `name` found from the package at `path`, as Node resolves it? */
function isLocked(name, path) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (!folder.includes('/node_modules/')) return Boolean(packages[`node_modules/${name}`])
  }
}

const added = []
for (const [path, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(name, path)) continue
    packages[`node_modules/${name}`] = {
      version: version.replace(/^[\^~]/, ''),
      ...systemOf(name),
      dev: true,
      optional: true,
    }
    added.push(name)
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length ? `Added ${added.length} packages:\n  ${added.join('\n  ')}` : 'Nothing to add.')
