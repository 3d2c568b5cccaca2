import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tarEnd, tarHeader, tarPadding } from './tar.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'munjin-tar-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('a tar file', () => {
  it("is unpacked by the system's own tar to the same files", () => {
    const files = [0, 1, 511, 512, 513, 70_000].map((bytes, index) => ({
      path: `model-q4f16_1/file_${index}.bin`,
      content: new Uint8Array(bytes).map((_, at) => (at * 7 + index) % 256),
    }))
    const parts = files.flatMap(({ path, content }) => [
      tarHeader(path, content.length, 1_700_000_000),
      content,
      tarPadding(content.length),
    ])
    const archive = join(folder, 'all.tar')
    writeFileSync(archive, Buffer.concat([...parts, tarEnd()]))
    execFileSync('tar', ['-xf', 'all.tar'], { cwd: folder })
    expect(readdirSync(join(folder, 'model-q4f16_1')).sort()).toEqual(files.map(({ path }) => path.slice(14)))
    for (const { path, content } of files) expect(new Uint8Array(readFileSync(join(folder, path)))).toEqual(content)
  })

  it('holds files of almost 8 GiB', () => {
    const header = new TextDecoder().decode(tarHeader('a', 8 * 2 ** 30 - 1, 0))
    expect(header.slice(124, 136)).toBe('77777777777\0')
  })
})
