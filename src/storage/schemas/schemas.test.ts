import { describe, expect, it } from 'vitest'
import type { Schema } from '../envelope.ts'
import { newestVersion, open } from '../envelope.ts'

const modules = import.meta.glob<Readonly<Record<string, unknown>>>(['./*.ts', '!./*.test.ts'], { eager: true })
const fixtures = import.meta.glob<unknown>('../../testing/fixtures/records/*.json', { eager: true, import: 'default' })

const schemas = Object.values(modules).flatMap((exported) => Object.values(exported).filter(isSchema))
const names = Object.keys(fixtures).map((path) => path.replace(/^.*\//, ''))

describe.each(schemas)('records of the kind $kind', (schema) => {
  const versions = Array.from({ length: newestVersion(schema) }, (_, index) => index + 1)

  it.each(versions)('have a fixture of version %i that is opened today', (version) => {
    const name = `${schema.kind}.v${version}.json`
    expect(names).toContain(name)
    const found = fixtures[`../../testing/fixtures/records/${name}`]
    expect(found).toMatchObject({ kind: schema.kind, version })
    expect(open(schema, found)).toMatchObject({ ok: true })
  })
})

it('no fixture is without its schema', () => {
  const known = schemas.map(({ kind }) => kind)
  expect(names.map((name) => name.split('.')[0]).filter((kind) => !known.includes(kind ?? ''))).toEqual([])
})

function isSchema(exported: unknown): exported is Schema<unknown> {
  return typeof exported === 'object' && exported !== null && 'kind' in exported && 'lifts' in exported
}
