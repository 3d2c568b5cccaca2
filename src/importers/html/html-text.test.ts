import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlToText } from './html-text.ts'

function textOf(html: string): string {
  return htmlToText(html).text
}

/** For what takes far longer where time grows with the square of the length. */
const oneMinute = 60_000

describe('the text of HTML', () => {
  it.each([
    ['is plain text as it is', 'Fever for 3 days', 'Fever for 3 days'],
    ['has a line for every block', '<div>a</div><div>b<section>c</section>d</div>', 'a\nb\nc\nd'],
    ['has a line break for every <br>', 'a<br>b<BR/>c</br>d', 'a\nb\nc\nd'],
    ['has no line for a <br> at the end of its block', '<div>a<br></div><div>b</div>', 'a\nb'],
    ['has a blank line for an empty block', '<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
    ['has a blank line between paragraphs', '<p>a</p><p>b</p>c', 'a\n\nb\n\nc'],
    ['has one blank line where there are many', '<p>a</p><br><br><p>&nbsp;</p><br><p>b</p>', 'a\n\nb'],
    ['collapses blanks', '  a \n\t <b> b</b>  <i>c </i> d  ', 'a b c d'],
    ['joins words that only tags stand between', 'hyper<b>kal</b><i></i>aemia', 'hyperkalaemia'],
    [
      'decodes entities',
      '5&nbsp;&micro;g &lt; 1&thinsp;mg &amp;lt; &#x3b1;&#8805;&#128512;',
      '5 µg < 1\u2009mg &lt; α≥😀',
    ],
    ['keeps signs that begin no tag', 'pH < 7.2, K <3 & Na>145', 'pH < 7.2, K <3 & Na>145'],
    ['keeps unknown elements and what is in them', '<o:p>a</o:p> <x-y z>b</x-y>', 'a b'],
    ['leaves comments out', 'a<!-- b --><!--[if gte mso 9]><b>c</b><![endif]--> d', 'a d'],
    ['has the text of a CDATA section', '<![CDATA[a <b> b]]>', 'a <b> b'],
    ['keeps formulas', 'clearance \\(\\frac{U V}{P}\\) and \\[x_1\\]', 'clearance \\(\\frac{U V}{P}\\) and \\[x_1\\]'],
    ['keeps clozes', 'The {{c1::vagus::nerve}} is <b>{{c2::X}}</b>', 'The {{c1::vagus::nerve}} is {{c2::X}}'],
    ['is in NFC', 'Me\u0301nie\u0300re \u1112\u1161\u11ab', 'Ménière 한'],
    ['has no control characters', 'a\u0000b&#1;c\u0085d\u202ee\ufeff\u007f', 'abc de'],
    ['has no half surrogates', 'a\ud800b', 'a\ufffdb'],
  ])('%s', (_, html, text) => {
    expect(textOf(html)).toBe(text)
  })
})

describe('small digits', () => {
  it.each([
    ['become those of Unicode', 'H<sub>2</sub>O, 10<sup>9</sup>/L', 'H₂O, 10⁹/L'],
    ['take signs along', 'Ca<sup>2+</sup> HCO<sub>3</sub><sup>−</sup> 10<sup>-3</sup>', 'Ca²⁺ HCO₃⁻ 10⁻³'],
    ['are plain letters where Unicode has none', '5<sup>th</sup> V<sub>max</sub> t<sub>1/2</sub>', '5th Vmax t₁/₂'],
    ['end with their block, closed or not', '<p>10<sup>9</p><p>120</p>', '10⁹\n\n120'],
    ['survive end tags in the wrong order', 'a<sup>1<sub>2</sup>3</sub> 4', 'a¹₂₃ 4'],
  ])('%s', (_, html, text) => {
    expect(textOf(html)).toBe(text)
  })
})

describe('a list', () => {
  it.each([
    ['has a dash before its items', 'x<ul><li>a<li>b</ul>y', 'x\n- a\n- b\ny'],
    ['has numbers before its items', '<ol><li>a</li><li><p>b</p></li></ol>', '1. a\n2. b'],
    [
      'begins and goes on where it says',
      '<ol start="3"><li>a</li><li value="7">b</li><li>c</li></ol>',
      '3. a\n7. b\n8. c',
    ],
    ['may hold another', '<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>', '1. a\n- b\n2. c'],
    ['has no line for an empty item', '<ul><li></li><li>a</li></ul><p>b</p>', '- a\n\nb'],
    ['is not ended by the end of another kind', '<ol><li>a</ul><li>b</ol>', '1. a\n2. b'],
  ])('%s', (_, html, text) => {
    expect(textOf(html)).toBe(text)
  })
})

describe('a <pre>', () => {
  it('keeps its lines and their indentation', () => {
    expect(textOf('x<pre>\na\n\n\n  b &lt; c\t1\n</pre>y')).toBe('x\na\n\n\n  b < c\t1\ny')
  })
})

describe('a table', () => {
  it('becomes lines, its first row the head', () => {
    const rows = '<tr><th>Test<th>Value</tr><tr><td>Na<sup>+</sup></td><td>128 mmol/L</td></tr>'
    expect(textOf(`Labs:<table><caption>Day 1</caption><tbody>${rows}</tbody></table>What next?`)).toBe(
      'Labs:\nDay 1\n\n| Test | Value |\n|---|---|\n| Na⁺ | 128 mmol/L |\n\nWhat next?',
    )
  })

  it.each([
    [
      'has each cell on one line',
      '<td>a<br>b<p>c</p><ul><li>d</ul></td><td>|e|</td>',
      '| a b c - d | \\|e\\| |\n|---|---|',
    ],
    ['has empty cells for a wide one', '<td colspan=3>a</td><td>b</td>', '| a |  |  | b |\n|---|---|---|---|'],
    [
      'has text for a table within',
      '<td>a<table><tr><td>b</td><td>c</td></tr></table>d</td><td>e',
      '| a b c d | e |\n|---|---|',
    ],
  ])('%s', (_, cells, text) => {
    expect(textOf(`<table><tr>${cells}</tr></table>`)).toBe(text)
  })

  it('does not grow with the number that a cell says of itself', () => {
    expect(textOf('<table><tr><td colspan=99999999>a</table>').length).toBeLessThan(300)
  })

  it('without cells is nothing', () => {
    expect(textOf('a<table><tr></tr></table>b')).toBe('a\nb')
  })

  it('that is never closed is read to the end', () => {
    expect(textOf('a<table><tr><td>b<tr><td>c')).toBe('a\n\n| b |\n|---|\n| c |')
  })
})

describe('figures', () => {
  it.each([
    ['a picture', 'See <img src="@@PLUGINFILE@@/chest%20x-ray.png?v=1">.', 'See .', ['chest x-ray.png']],
    ['what a picture says of itself', '<img src="a/b.jpg" alt=" ECG ">', '[ECG]', ['b.jpg']],
    ['a picture that is in the text itself', '<img src="data:image/png;base64,AAAA" alt="rash">', '[rash]', ['rash']],
    ['a picture without anything', '<image>', '', ['img']],
    ['a sound of Anki', 'Listen [sound:murmur.mp3] here', 'Listen here', ['murmur.mp3']],
    [
      'sounds and films',
      '<audio src="s1.mp3">no audio</audio><video><source src="v/gait.mp4">no video</video>',
      '',
      ['s1.mp3', 'gait.mp4'],
    ],
    [
      'drawings',
      'a <svg aria-label="nephron"><title>t</title><text>loop</text><style>x</style></svg> b',
      'a b',
      ['nephron'],
    ],
    ['objects', '<object data="C:\\files\\slide.pdf">open it</object>', '', ['slide.pdf']],
    ['pictures whose name cannot be decoded', '<img src="%E0%A4%A.png">', '', ['%E0%A4%A.png']],
  ])('are named: %s', (_, html, text, figures) => {
    expect(htmlToText(html)).toMatchObject({ text, figures })
  })

  it('that are never closed do not swallow what follows', () => {
    expect(htmlToText('<audio src="a.mp3">What is <svg> heard?')).toMatchObject({
      text: 'What is heard?',
      figures: ['a.mp3', 'svg'],
    })
    expect(textOf('<video>a<video>b</video>c')).toBe('c')
  })
})

describe('active content', () => {
  it.each([
    ['a script', 'a<script>alert("<b>x</b>")</script>b', 'ab'],
    ['a script that is never closed', 'a<script>alert(1)', 'a'],
    ['a style sheet', '<style>.a { color: red }</style>a', 'a'],
    ['a frame', 'a<iframe src="https://example.org">old</iframe>b', 'ab'],
    ['an object', 'a<object data="x.swf">y</object>b', 'ab'],
    ['a form, whose text stays', '<form action="/x">a<button>b</button><input value="c"></form>', 'ab'],
    ['a choice in a form', 'a <select><option>b<option>c</select> d<textarea>e</textarea>', 'a d'],
    ['a handler', '<p onclick="x()">a</p>', 'a'],
    ['a handler without quotes', '<img src=x.png onerror=alert(1)>', ''],
    ['an address that is script', '<a href=" java\nscript:x()">a</a>', 'a'],
    ['an address that is script behind entities', '<a href="&#106;avascript&colon;x()">a</a>', 'a'],
    ['a script in a drawing', 'a<svg><script>x()</script></svg>', 'a'],
  ])('is taken out and told of: %s', (_, html, text) => {
    expect(htmlToText(html)).toMatchObject({ text, active: true })
  })

  it('is not what a link, a picture or a colour is', () => {
    const html = '<a href="https://example.org/javascript:">a</a> <img src="x.png"> <b style="color: red">b</b>'
    expect(htmlToText(html)).toMatchObject({ text: 'a b', active: false })
  })

  it('does not come back out of letters that were decoded', () => {
    expect(htmlToText('&lt;script&gt;x&lt;/script&gt;')).toMatchObject({ text: '<script>x</script>', active: false })
  })
})

describe('any text', () => {
  it.each([
    ['nested blocks', '<div>'.repeat(100_000) + 'x' + '</div>'.repeat(100_000)],
    ['elements that are never closed', '<ul><li><table><tr><td><sup><svg><b>'.repeat(20_000)],
    ['end tags of what is not open', '<div>'.repeat(100_000) + '</span></ol>'.repeat(100_000)],
    ['elements left out, each in the other', '<object><select>'.repeat(50_000) + '</object>'.repeat(50_000)],
    ['brackets of sounds', '[sound:'.repeat(100_000)],
    ['sounds', '[sound:a.mp3]'.repeat(200_000)],
    ['ampersands', '&'.repeat(300_000) + '&#'.repeat(100_000)],
    ['half tags', '<a '.repeat(100_000)],
    ['small blanks', `<sup>${' '.repeat(300_000)}x</sup>`],
    ['attributes', `<a ${'on'.repeat(100_000)} ${Array.from({ length: 50_000 }, (_, at) => `a${at}=1`).join(' ')}>`],
    ['marks on one letter', 'a' + '\u0301\u0323'.repeat(200_000)],
    ['blanks', ' \n'.repeat(300_000) + '&nbsp;'.repeat(50_000)],
  ])(
    'is read in a time that grows with its length: %s',
    (_, html) => {
      expect(textOf(html).length).toBeLessThanOrEqual(html.length)
    },
    oneMinute,
  )

  it('becomes plain text, at most one blank line in a row', () => {
    const pieces = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<div>',
        '</div>',
        '<br>',
        '<ul>',
        '<ol>',
        '<li>',
        '</ul>',
        '<table>',
        '<tr>',
        '<td>',
        '</table>',
      ],
      ...[
        '<sup>',
        '</sup>',
        '<b',
        '<img alt="',
        '"',
        '>',
        '<!--',
        '-->',
        '<script>',
        '</script>',
        '<svg>',
        '</svg>',
        '<',
      ],
      ...[
        ' ',
        '\n',
        '&nbsp;',
        '&amp;',
        '&',
        '2',
        'text',
        '\u0001',
        '\u0301',
        '\ud800',
        '[sound:',
        ']',
        '<textarea>',
        '/',
      ],
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const { text } = htmlToText(parts.join(''))
        expect(text).toBe(text.trim().normalize('NFC'))
        expect(text).not.toMatch(/\n\s*\n\s*\n|(?![\n\t])\p{Cc}|\p{Cs}/u)
      }),
      { seed: 20_260_101, numRuns: 200 },
    )
  })
})
