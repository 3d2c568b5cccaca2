import { describe, expect, it } from 'vitest'

/**
 * The table of rooms: what each may import. `portsOf` grants only the files named `*-port.ts` of a room; `packages` are
 * the outside libraries that live there. A line of code belongs to the room whose path is the longest prefix of its own.
 */
interface Room {
  readonly rooms?: readonly string[]
  readonly portsOf?: readonly string[]
  readonly packages?: readonly string[]
}

const drawing = ['react', 'lucide-react']

const table: Readonly<Record<string, Room>> = {
  lib: {},
  domain: { rooms: ['lib'], packages: ['valibot'] },
  'domain/memory': { rooms: ['lib', 'domain'], packages: ['ts-fsrs'] },
  converter: { rooms: ['lib', 'domain'] },
  importers: {
    rooms: ['lib', 'domain', 'wire'],
    packages: ['fflate', 'fzstd', 'htmlparser2', 'hyparquet', 'hyparquet-compressors', 'saxes', 'sql.js'],
  },
  'importers/worker': { rooms: ['lib', 'domain', 'wire', 'importers'], packages: ['sql.js'] },
  wire: {},
  engine: { rooms: ['lib', 'domain', 'wire'] },
  'engine/shelf': { rooms: ['lib', 'domain', 'engine'] },
  'engine/scripted': { rooms: ['lib', 'domain', 'engine'] },
  'engine/webllm/worker': { rooms: ['lib', 'domain', 'wire', 'engine', 'engine/shelf'], packages: ['@mlc-ai/web-llm'] },
  supply: { rooms: ['lib', 'domain', 'wire', 'converter', 'supply/sources'], packages: ['valibot'] },
  'supply/sources': { rooms: ['lib', 'domain', 'converter', 'supply'] },
  'supply/frame': { rooms: ['lib', 'wire', 'supply', 'supply/worker'] },
  'supply/worker': {
    rooms: ['lib', 'domain', 'wire', 'converter', 'supply', 'supply/sources', 'engine/shelf'],
    packages: ['hash-wasm'],
  },
  storage: { rooms: ['lib', 'domain'] },
  'storage/schemas': { rooms: ['lib', 'domain', 'storage'] },
  'storage/idb': { rooms: ['lib', 'domain', 'storage'], packages: ['idb-keyval'] },
  'storage/local': { rooms: ['lib', 'domain', 'storage'] },
  'storage/memory': { rooms: ['lib', 'domain', 'storage'] },
  platform: { rooms: ['lib', 'domain'] },
  i18n: { rooms: ['lib'], packages: ['i18next', 'es-hangul', 'react'] },
  stores: {
    rooms: ['lib', 'domain', 'domain/memory'],
    portsOf: ['engine', 'importers', 'storage', 'supply', 'platform'],
    packages: ['zustand'],
  },
  ui: {
    rooms: ['lib'],
    packages: [...drawing, 'katex', 'pretendard', 'react-markdown', 'remark-'],
  },
  features: { rooms: ['lib', 'domain', 'domain/memory', 'stores', 'ui', 'i18n'], packages: drawing },
  app: {
    rooms: [
      ...['lib', 'domain', 'engine', 'engine/shelf', 'engine/webllm/worker', 'importers', 'importers/worker', 'supply'],
      ...['storage'],
      ...['storage/schemas', 'storage/idb', 'storage/local', 'platform', 'i18n', 'stores', 'ui', 'features'],
    ],
    packages: [...drawing, 'react-dom', 'wouter'],
  },
}

/** Files that may reach for the network. With the Content-Security-Policy, that is how nothing leaves the machine. */
const mayFetch = [
  'platform/browser-app-files.ts',
  'engine/webllm/worker/webllm-runtime.ts',
  'supply/worker/supply.worker.ts',
]

const sources = Object.entries(
  import.meta.glob<string>(['./**/*.{ts,tsx}', '!./**/*.test.{ts,tsx}', '!./testing/**', '!./main.tsx'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).map(([path, text]) => ({ path: path.slice(2), text }))

describe('the house', () => {
  it('has sources to look at', () => {
    expect(sources.length).toBeGreaterThan(100)
  })

  it.each(sources)('lets $path import only what its room may', ({ path, text }) => {
    expect(importsOf(text).flatMap((imported) => objection(path, imported))).toEqual([])
  })

  it.each(sources)('lets $path fetch only if it is on the list', ({ path, text }) => {
    const fetches = /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource/.test(withoutComments(text))
    expect(fetches && !mayFetch.includes(path)).toBe(false)
  })

  it('has no barrels', () => {
    expect(sources.filter(({ path }) => /(^|\/)index\.tsx?$/.test(path))).toEqual([])
  })

  it('keeps every file short enough to have one idea', () => {
    const long = sources.filter(({ path, text }) => !path.startsWith('i18n/') && text.split('\n').length > 300)
    expect(long.map(({ path }) => path)).toEqual([])
  })
})

function objection(path: string, imported: string): readonly string[] {
  const from = roomOf(path)
  const room = table[from]
  if (room === undefined) return [`${path} stands in no room of the table`]
  if (imported.startsWith('.')) return relativeObjection(path, imported, from)
  if (imported.startsWith('#')) {
    const target = imported.slice(1)
    const to = roomOf(target)
    const isOwnFeature = from === 'features' && to === 'features' && featureOf(path) === featureOf(target)
    if (to === from && !isOwnFeature) return [`${imported}: inside a room imports are relative`]
    if (from === 'app' && to === 'features' && !target.endsWith('-screen.tsx')) return [`${imported}: not a screen`]
    const asPort = (room.portsOf ?? []).includes(to) && target.endsWith('-port.ts')
    return (room.rooms ?? []).includes(to) || asPort ? [] : [`${imported}: ${from} may not import ${to}`]
  }
  const isAllowed = (room.packages ?? []).some(
    (name) => imported === name || imported.startsWith(`${name}/`) || (name.endsWith('-') && imported.startsWith(name)),
  )
  return isAllowed ? [] : [`${imported}: this package does not live in ${from}`]
}

/** A relative import may not leave its room, features may not reach each other, and only data may come from outside. */
function relativeObjection(path: string, imported: string, from: string): readonly string[] {
  const target = resolve(path, imported)
  if (target.startsWith('../'))
    return from === 'app' && /\.json(\?url)?$/.test(target) ? [] : [`${imported}: outside src`]
  const to = roomOf(target)
  const mayReach =
    to === from || (from.startsWith(to) && (table[from]?.rooms ?? []).includes(to)) || sharesEngine(from, to)
  if (!mayReach) return [`${imported}: leaves ${from} for ${to}`]
  if (from === 'features' && featureOf(path) !== featureOf(target))
    return [`${imported}: features do not import each other`]
  return []
}

/** The engine's and the storage's inner rooms are one house each: they reach their siblings by relative paths. */
function sharesEngine(from: string, to: string): boolean {
  const house = from.split('/')[0] ?? ''
  return to.split('/')[0] === house && (table[from]?.rooms ?? []).includes(to)
}

function resolve(path: string, imported: string): string {
  const parts = path.split('/').slice(0, -1)
  for (const part of imported.split('/')) {
    if (part === '..') {
      if (parts.length === 0 || parts.at(-1) === '..') parts.push('..')
      else parts.pop()
    } else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function roomOf(path: string): string {
  const rooms = Object.keys(table).filter((room) => path === room || path.startsWith(`${room}/`))
  return rooms.sort((a, b) => b.length - a.length)[0] ?? ''
}

function featureOf(path: string): string {
  return path.split('/')[1] ?? ''
}

function importsOf(text: string): readonly string[] {
  const code = withoutComments(text)
  const patterns = [/^(?:import|export)\s[^'"]*?from\s+'([^']+)'/gm, /^import\s+'([^']+)'/gm, /\bimport\('([^']+)'\)/g]
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ''))
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}
