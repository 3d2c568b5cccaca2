import { describe, expect, it } from 'vitest'
import { indexOfLabel, splitOptions, withoutLabels } from './labels.ts'
import { readKey } from './read-key.ts'
import { splitLeadIn } from './split-lead-in.ts'

describe('a label', () => {
  it.each([
    ['A', 0],
    ['e', 4],
    ['3', 2],
    ['③', 2],
    ['나', 1],
    [' D ', 3],
    ['0', null],
    ['AB', null],
    ['', null],
  ])('%j is option %j', (label, index) => {
    expect(indexOfLabel(label)).toBe(index)
  })

  it('is taken off options that all bear theirs in order', () => {
    expect(withoutLabels(['A. 통풍', 'B) 패혈증', '(C) 쇼크'])).toEqual(['통풍', '패혈증', '쇼크'])
    expect(withoutLabels(['① 통풍', '②패혈증'])).toEqual(['통풍', '패혈증'])
  })

  it('stays where not all options bear one, for then it is a text', () => {
    const texts = ['A. baumannii', 'K. pneumoniae']
    expect(withoutLabels(texts)).toEqual(texts)
    expect(withoutLabels(['1) gout', 'sepsis'])).toEqual(['1) gout', 'sepsis'])
  })

  it('begins the options that stand in a question', () => {
    expect(splitOptions('What is it?\nA. gout\nB. sepsis\nof the joint\nC. shock')).toEqual({
      stem: 'What is it?',
      options: ['gout', 'sepsis\nof the joint', 'shock'],
    })
    expect(splitOptions('No options here.')).toEqual({ stem: 'No options here.', options: [] })
  })
})

describe('a key', () => {
  const options = ['gout', 'septic arthritis', 'shock', 'sepsis']

  it.each([
    ['C', 'letters', [2]],
    ['a, C', 'letters', [0, 2]],
    ['AC', 'letters', [0, 2]],
    ['④', 'letters', [3]],
    ['3', 'letters', [2]],
    ['3', 'from1', [2]],
    ['2.0', 'from1', [1]],
    ['0', 'from0', [0]],
    ['Septic  Arthritis', 'words', [1]],
    ['0 1 0 1', 'flags', [1, 3]],
    ['0110', 'flags', [1, 2]],
  ] as const)('%j read as %s names %j', (cell, reading, named) => {
    expect(readKey(cell, reading, options)).toEqual(named)
  })

  it('that is kept secret names nothing', () => {
    expect(readKey('-1', 'from0', options)).toEqual([])
    expect(readKey(' ', 'letters', options)).toEqual([])
  })

  it.each([
    ['gout', 'letters'],
    ['x', 'from1'],
    ['rheumatism', 'words'],
    ['0 2', 'flags'],
  ] as const)('%j cannot be read as %s', (cell, reading) => {
    expect(readKey(cell, reading, options)).toBeNull()
  })
})

describe('the sentence that asks', () => {
  it.each([
    ['A man has a red toe. Which is the most likely diagnosis?', 'Which is the most likely diagnosis?'],
    ['55세 남자가 발가락이 아파서 왔다. 진단은?', '진단은?'],
    ['발가락이 붉게 부었다.\n가장 적절한 검사를 고르시오.', '가장 적절한 검사를 고르시오.'],
    ['The uric acid is 9.4 mg/dL. All of the following are true EXCEPT:', 'All of the following are true EXCEPT:'],
    ['Serum K is 2.8 mmol/L vs. 4.0 before. The cause is', 'The cause is'],
  ])('of %j is %j', (text, leadIn) => {
    const split = splitLeadIn(text)
    expect(split.leadIn).toBe(leadIn)
    expect(`${split.stem} ${split.leadIn}`).toBe(text.replaceAll('\n', ' '))
  })

  it('is all of the text where no last sentence can be told apart', () => {
    expect(splitLeadIn('Gout is caused by')).toEqual({ stem: '', leadIn: 'Gout is caused by' })
    expect(splitLeadIn('A red toe. It hurts.')).toEqual({ stem: '', leadIn: 'A red toe. It hurts.' })
  })
})
