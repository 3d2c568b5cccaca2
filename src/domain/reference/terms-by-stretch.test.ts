import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { termFinder } from './find-terms.ts'
import { termsByStretch } from './terms-by-stretch.ts'

const find = termFinder([{ id: 'pneumothorax', ko: ['기흉'], en: ['pneumothorax'] }])
const found = (...stretches: readonly string[]) =>
  termsByStretch(find(stretches.join('')), stretches).map((pieces) =>
    pieces.map(({ kind, text }) => (kind === 'term' ? `[${text}]` : text)).join(''),
  )

describe('the terms of a text in stretches', () => {
  it('stand in the stretch that has them whole', () => {
    expect(found('Is a pneumothorax', ' likely? A pneumothorax.')).toEqual([
      'Is a [pneumothorax]',
      ' likely? A [pneumothorax].',
    ])
  })

  it('are none where a cut goes through them, nor where a cut makes one of the end of a word', () => {
    expect(found('A pneumo', 'thorax.')).toEqual(['A pneumo', 'thorax.'])
    expect(found('hydro', 'pneumothorax')).toEqual(['hydro', 'pneumothorax'])
  })

  it('leave the text as it is, however it is cut', () => {
    const stretch = fc.constantFrom('', 'a ', 'pneumo', 'pneumothorax', '기흉', '과 ', ' thorax', '기', '흉')
    fc.assert(
      fc.property(fc.array(stretch), (stretches) => {
        const text = termsByStretch(find(stretches.join('')), stretches).map((pieces) =>
          pieces.map((piece) => piece.text).join(''),
        )
        expect(text).toEqual(stretches)
      }),
    )
  })
})
