import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFileWithHeader, aSafetensorsFile } from '../testing/builders/safetensors.ts'
import { headerEnd, parseSafetensorsHeader, parseWeightIndex } from './safetensors.ts'

const file = 'model.safetensors'

describe('a header', () => {
  it('gives every tensor with its bytes in the file', () => {
    const bytes = aSafetensorsFile([
      { name: 'b', dtype: 'BF16', shape: [2, 3], data: new Uint8Array(12) },
      { name: 'a', dtype: 'F32', shape: [1], data: new Uint8Array(4) },
    ])
    const begin = bytes.length - 16
    expect(headerOf(bytes)).toEqual({
      ok: true,
      value: {
        ...{ file, fileBytes: bytes.length },
        tensors: [
          { name: 'b', dtype: 'BF16', shape: [2, 3], begin, end: begin + 12 },
          { name: 'a', dtype: 'F32', shape: [1], begin: begin + 12, end: begin + 16 },
        ],
      },
    })
  })

  it('may say more about the file, and end in spaces', () => {
    const bytes = aFileWithHeader('{"__metadata__": {"format": "pt"}}   ')
    expect(headerOf(bytes)).toMatchObject({ ok: true, value: { tensors: [] } })
  })

  it('gives a tensor of a type that it does not know', () => {
    const bytes = aFileWithHeader('{"a": {"dtype": "F4", "shape": [4], "data_offsets": [0, 2]}}', new Uint8Array(2))
    expect(headerOf(bytes)).toMatchObject({ ok: true, value: { tensors: [{ dtype: 'F4' }] } })
  })

  const broken: readonly (readonly [what: string, header: string, data: number, fault: object])[] = [
    ['is no JSON', '{"a"', 0, { kind: 'notJson' }],
    ['is no object', '[1]', 0, { kind: 'unreadable' }],
    ['lacks a type', entry('"shape": [1], "data_offsets": [0, 2]'), 2, { kind: 'unreadable', where: 'a.dtype' }],
    [
      'has a shape of fractions',
      entry('"dtype": "BF16", "shape": [1.5], "data_offsets": [0, 3]'),
      3,
      { where: 'a.shape' },
    ],
    ['has one offset', entry('"dtype": "BF16", "shape": [1], "data_offsets": [2]'), 2, { where: 'a.data_offsets' }],
    [
      'has a tensor longer than its shape',
      entry('"dtype": "BF16", "shape": [2], "data_offsets": [0, 6]'),
      6,
      { kind: 'tensorRange', tensor: 'a', expectedBytes: 4 },
    ],
    [
      'has a tensor beyond the file',
      entry('"dtype": "BF16", "shape": [2], "data_offsets": [0, 4]'),
      2,
      { kind: 'tensorRange', tensor: 'a' },
    ],
    ['leaves a gap', entry('"dtype": "BF16", "shape": [1], "data_offsets": [2, 4]'), 4, { kind: 'tensorsApart' }],
    [
      'has tensors that overlap',
      '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}',
      6,
      { kind: 'tensorsApart', tensor: 'b' },
    ],
    ['is followed by more than its tensors', '{}', 3, { kind: 'fileLength' }],
  ]
  it.each(broken)('is refused when it %s', (_what, header, data, fault) => {
    expect(headerOf(aFileWithHeader(header, new Uint8Array(data)))).toMatchObject({
      ok: false,
      failure: { file, ...fault },
    })
  })

  it('is refused when its length cannot be', () => {
    expect(headerEnd(file, 100, Uint8Array.of(93, 0, 0, 0, 0, 0, 0, 0))).toEqual({
      ...{ ok: false, failure: { kind: 'headerLength', file, found: 93, fileBytes: 100 } },
    })
    expect(headerEnd(file, 3, Uint8Array.of(1, 2, 3)).ok).toBe(false)
    expect(headerEnd(file, 2e9, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1)).ok).toBe(false)
  })

  it('never throws, whatever it holds', () => {
    const thing = fc.oneof(fc.json(), fc.string(), fc.constant('{"a": null}'), fc.constant('{"__proto__": {}}'))
    fc.assert(
      fc.property(thing, (header) => {
        const bytes = aFileWithHeader(header)
        expect(typeof headerOf(bytes).ok).toBe('boolean')
      }),
    )
  })
})

describe('an index', () => {
  it('gives the order of the tensors', () => {
    expect(parseWeightIndex('i', '{"metadata": {}, "weight_map": {"b": "2", "a": "1"}}')).toEqual({
      ok: true,
      value: {
        order: [
          { tensor: 'b', file: '2' },
          { tensor: 'a', file: '1' },
        ],
      },
    })
  })

  it.each(['', '{}', '{"weight_map": []}', '{"weight_map": {"a": 1}}'])('is refused as %j', (text) => {
    expect(parseWeightIndex('i', text).ok).toBe(false)
  })
})

function headerOf(bytes: Uint8Array<ArrayBuffer>) {
  const end = headerEnd(file, bytes.length, bytes)
  return end.ok ? parseSafetensorsHeader(file, bytes.length, bytes.slice(8, end.value)) : end
}

function entry(fields: string): string {
  return `{"a": {${fields}}}`
}
