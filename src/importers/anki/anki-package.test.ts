import fc from 'fast-check'
import type { Unzipped } from 'fflate'
import { strToU8, unzipSync, zipSync } from 'fflate'
import type { SqlJsStatic } from 'sql.js'
import initSqlJs from 'sql.js'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FileFault } from '#domain/importing/import-fault.ts'
import type { Table } from '#domain/importing/table.ts'
import { damagedBy, damages, importFixture } from '#testing/fixtures/imports/import-fixture.ts'
import { isZip, readAnkiPackage } from './anki-package.ts'
import type { TablesRead } from '../reading.ts'
import { unzstd } from '../zstd.ts'

let sqlite: SqlJsStatic

beforeAll(async () => {
  sqlite = await initSqlJs()
})

async function read(bytes: Uint8Array): Promise<TablesRead> {
  const result = await readAnkiPackage(bytes, () => Promise.resolve(sqlite))
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

async function faultOf(bytes: Uint8Array): Promise<FileFault | null> {
  const result = await readAnkiPackage(bytes, () => Promise.resolve(sqlite))
  return result.ok ? null : result.failure
}

function records({ columns, rows }: Table): readonly Readonly<Record<string, string | undefined>>[] {
  return rows.map(({ cells }) => Object.fromEntries(columns.map((name, index) => [name, cells[index]])))
}

function part(entries: Unzipped, name: string): Uint8Array {
  const content = entries[name]
  if (content === undefined) throw new Error(`no ${name}`)
  return content
}

/** The deck of genanki after some statements of SQL, as an older package. */
async function changedBy(...statements: readonly string[]): Promise<Uint8Array> {
  const database = new sqlite.Database(part(unzipSync(await importFixture('genanki.apkg')), 'collection.anki2'))
  for (const statement of statements) database.run(statement)
  const changed = database.export()
  database.close()
  return zipSync({ 'collection.anki2': changed })
}

/** The collections of the fixtures as SQLite files. */
async function databases(): Promise<Readonly<Record<'old' | 'new', Uint8Array>>> {
  const packed = part(unzipSync(await importFixture('anki-new.apkg')), 'collection.anki21b')
  const unpacked = unzstd(packed, 1_000_000)
  if (!unpacked.ok) throw new Error(unpacked.failure)
  return { old: part(unzipSync(await importFixture('genanki.apkg')), 'collection.anki2'), new: unpacked.value }
}

describe('an Anki package', () => {
  it('of genanki has a table for each note type, with tags, guid and deck', async () => {
    const { tables, faults } = await read(await importFixture('genanki.apkg'))
    expect(faults).toEqual([])
    expect(tables.map(({ name, markup, columns }) => ({ name, markup, columns }))).toEqual([
      {
        ...{ name: '객관식', markup: 'html' },
        columns: ['문제', '보기1', '보기2', '보기3', '정답', '해설', 'Tags', 'Guid', 'Deck'],
      },
      { name: 'Basic (front & back)', markup: 'html', columns: ['Front', 'Back', 'Tags', 'Guid', 'Deck'] },
    ])
    const [choice, basic] = tables.map(records)
    expect(choice?.[0]).toMatchObject({
      문제: '<div><b>심장의 오른심방과 오른심실 사이에 있는 판막은?</b></div>',
      ...{ 보기1: '삼첨판', 정답: '1', Tags: '순환기 해부학', Deck: '순환기' },
    })
    expect(basic).toMatchObject([
      { Front: 'Antidote of warfarin?', Back: 'Vitamin&nbsp;K<br>(phytomenadione)', Tags: '', Deck: 'Pharmacology' },
      { Front: 'Which rhythm?<img src="ecg.png">', Back: 'Atrial fibrillation', Tags: 'ecg' },
    ])
  })

  it('has its notes counted over all note types', async () => {
    const { tables } = await read(await importFixture('genanki.apkg'))
    expect(tables.map(({ rows }) => rows.map(({ place }) => place))).toEqual([
      [1, 2, 3, 4].map((at) => ({ unit: 'note', at })),
      [5, 6].map((at) => ({ unit: 'note', at })),
    ])
  })

  it.each(['anki-new.apkg', 'anki-legacy.apkg'])('of Anki is read from its newest collection (%s)', async (name) => {
    const { tables, faults } = await read(await importFixture(name))
    expect(faults).toEqual([])
    expect(tables.map((table) => table.name)).toEqual(['객관식 5지', 'Basic (and reversed card)'])
    const [choice, basic] = tables.map(records)
    expect(choice).toHaveLength(4)
    expect(choice?.[0]).toEqual({
      문제: '<div>심장의 오른심방과 오른심실 사이에 있는 판막은?</div>',
      ...{
        '보기 1': '삼첨판',
        '보기 2': '승모판',
        '보기 3': '대동맥판',
        '보기 4': '폐동맥판',
        '보기 5': '반달판',
        정답: '1',
      },
      ...{ Tags: '필드 0', 'Tags 2': '순환기 의사::1교시', Guid: 'choice-0', Deck: '순환기' },
    })
    expect(basic?.[1]).toEqual({
      ...{ Front: 'Which rhythm?<img src="ecg.png">', Back: 'Atrial<br>fibrillation' },
      ...{ Tags: '', Guid: 'basic-1', Deck: 'Pharmacology' },
    })
  })

  it('is known by its first letters', async () => {
    expect(isZip(await importFixture('genanki.apkg'))).toBe(true)
    expect(isZip(strToU8('PK'))).toBe(false)
    expect(isZip(await importFixture('none.parquet'))).toBe(false)
  })

  it('files a note where its first card is at home, or nowhere', async () => {
    const first = "(SELECT id FROM notes WHERE flds LIKE 'Antidote%')"
    const filtered = await changedBy(`UPDATE cards SET odid = did, did = 7 WHERE nid = ${first}`)
    expect(records((await read(filtered)).tables[1] ?? never())[0]).toMatchObject({ Deck: 'Pharmacology' })
    const moved = await changedBy(`UPDATE cards SET did = 1600000011 WHERE ord = 0 AND nid = ${first}`)
    expect(records((await read(moved)).tables[1] ?? never())[0]).toMatchObject({ Deck: '순환기' })
    const bare = await changedBy(`DELETE FROM cards WHERE nid = ${first}`)
    expect(records((await read(bare)).tables[1] ?? never())[0]).toMatchObject({ Deck: '' })
  })

  it('loses notes of an unknown type, or with more or fewer fields than their type', async () => {
    const changed = await changedBy(
      "UPDATE notes SET mid = 5 WHERE flds LIKE 'Antidote%'",
      "UPDATE notes SET flds = flds || char(31) || 'too much' WHERE flds LIKE 'Which%'",
    )
    const { tables, faults } = await read(changed)
    expect(tables.map(({ name }) => name)).toEqual(['객관식'])
    expect(faults).toEqual([
      {
        kind: 'syntax',
        place: { unit: 'note', at: 5 },
        detail: expect.stringMatching(/^Antidote of warfarin/) as unknown,
      },
      { kind: 'syntax', place: { unit: 'note', at: 6 }, detail: expect.stringMatching(/^Which rhythm/) as unknown },
    ])
  })
})

describe('a package that cannot be read', () => {
  it('has no bytes, no collection or no notes', async () => {
    expect(await faultOf(new Uint8Array())).toMatchObject({ kind: 'empty' })
    expect(await faultOf(zipSync({ 'word/document.xml': strToU8('<w:document/>') }))).toMatchObject({
      kind: 'unknownFormat',
    })
    expect(await faultOf(await changedBy('DELETE FROM notes'))).toMatchObject({ kind: 'empty' })
  })

  it('breaks off', async () => {
    const whole = await importFixture('anki-new.apkg')
    expect(await faultOf(whole.subarray(0, 30_000))).toMatchObject({ kind: 'damaged' })
    const { new: database } = await databases()
    expect(await faultOf(zipSync({ 'collection.anki21': database.subarray(0, 50_000) }))).toMatchObject({
      kind: 'damaged',
    })
    expect(await faultOf(zipSync({ 'collection.anki2': strToU8('x'.repeat(200)) }))).toMatchObject({ kind: 'damaged' })
  })

  it('is not read from the older collection beside the newest, which only says that Anki must be updated', async () => {
    const entries = unzipSync(await importFixture('anki-new.apkg'))
    const broken = { ...entries, 'collection.anki21b': strToU8('broken') }
    expect(await faultOf(zipSync(broken))).toMatchObject({ kind: 'damaged', detail: 'collection.anki21b' })
  })

  it('is of a version that is not known yet', async () => {
    const entries = unzipSync(await importFixture('anki-new.apkg'))
    const newer = { ...entries, meta: Uint8Array.of(8, 4) }
    expect(await faultOf(zipSync(newer))).toMatchObject({ kind: 'unsupported', detail: 'package version 4' })
  })

  it('has something to compute in place of its notes', async () => {
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, i AS mid FROM n'
    const view = await changedBy('ALTER TABLE notes RENAME TO old', `CREATE VIEW notes AS ${endless}`)
    expect(await faultOf(view)).toMatchObject({ kind: 'damaged', detail: 'view notes' })
    const computed = await changedBy("ALTER TABLE notes ADD COLUMN more TEXT AS (printf('%.*c', 1e9, 'x'))")
    expect(await faultOf(computed)).toMatchObject({ kind: 'damaged', detail: 'computed column in notes' })
  })

  it('cannot be read without sql.js', async () => {
    const bytes = await importFixture('genanki.apkg')
    const result = await readAnkiPackage(bytes, () => Promise.reject(new Error('no WebAssembly')))
    expect(result).toMatchObject({ ok: false, failure: { kind: 'unsupported', detail: 'Error: no WebAssembly' } })
  })
})

describe('the database of a package', () => {
  it('is closed in all cases', async () => {
    const open = new Set<object>()
    class Watched extends sqlite.Database {
      constructor(data?: ArrayLike<number> | null) {
        super(data)
        open.add(this)
      }
      override close(): void {
        super.close()
        open.delete(this)
        closed += 1
      }
    }
    let closed = 0
    const { old } = await databases()
    const cut = zipSync({ 'collection.anki21': old.subarray(0, 20_000) })
    for (const bytes of [await importFixture('anki-new.apkg'), cut, await changedBy('DELETE FROM notes')]) {
      await readAnkiPackage(bytes, () => Promise.resolve({ ...sqlite, Database: Watched }))
    }
    expect({ open: open.size, closed }).toEqual({ open: 0, closed: 3 })
  })
})

describe('a damaged package', () => {
  async function isReadOrRefused(good: Uint8Array, pack: (bytes: Uint8Array) => Uint8Array): Promise<void> {
    const property = fc.asyncProperty(damages, async (all) => {
      const result = await readAnkiPackage(pack(damagedBy(good, all)), () => Promise.resolve(sqlite))
      const places = result.ok ? placesIn(result.value) : []
      expect(places).toEqual(places.map((_, index) => index + 1))
    })
    await fc.assert(property, { seed: 2_025, numRuns: 100 })
  }

  /** Those of rows and of faults, in order. */
  function placesIn({ tables, faults }: TablesRead): readonly number[] {
    const rows = tables.flatMap((table) => table.rows)
    return [...rows, ...faults].map(({ place }) => place.at).sort((a, b) => a - b)
  }

  it.each(['genanki.apkg', 'anki-new.apkg', 'anki-legacy.apkg'])(
    'is read or refused, 100 times (%s)',
    async (name) => {
      await isReadOrRefused(await importFixture(name), (bytes) => bytes)
    },
    60_000,
  )

  // The checksums of a zip file would end most of these before SQLite sees them.
  it.each(['old', 'new'] as const)(
    'is read or refused, 100 times (its database, %s schema)',
    async (schema) => {
      const good = (await databases())[schema]
      await isReadOrRefused(good, (bytes) => zipSync({ 'collection.anki21': bytes }, { level: 0 }))
    },
    60_000,
  )
})

function never(): never {
  throw new Error('no such table')
}
