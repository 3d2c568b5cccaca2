import { extractAnswer } from '#domain/question-bank/extract-answer.ts'
import { wilsonInterval } from '#domain/quiz/wilson-interval.ts'
import { embeddedModel } from '../support/catalogue.ts'
import { referenceAnswers } from '../support/greedy-reference.ts'
import { openHarness } from '../support/harness-page.ts'

/** Accuracy over every item of the sample bank through the app's own engine port, beside the reference implementation's. */
export async function measureAccuracy() {
  const { page, close } = await openHarness()
  const model = embeddedModel()
  const outcomes: {
    readonly language: string
    readonly isRight: boolean
    readonly wasRight: boolean
    readonly isSame: boolean
  }[] = []
  try {
    await page.evaluate((record) => window.harness.load(record), model)
    for (const { prompt, text, answer, predicted, language, id } of referenceAnswers) {
      const said = await page.evaluate((asked) => window.harness.generate(asked), {
        ...{ prompt, maxTokens: 420, temperature: 0, topP: 1 },
      })
      const named = extractAnswer(said.text, 5)
      const label = named.kind === 'answer' ? named.label : null
      outcomes.push({ language, isRight: label === answer, wasRight: predicted === answer, isSame: said.text === text })
      process.stderr.write(
        `${outcomes.length}/${referenceAnswers.length} ${id} ${label === answer ? 'right' : 'wrong'}\n`,
      )
    }
  } finally {
    await close()
  }
  return Object.fromEntries(
    ['ko', 'en'].map((language) => {
      const own = outcomes.filter((outcome) => outcome.language === language)
      const share = (count: number) => ({ right: count, n: own.length, interval95: wilsonInterval(count, own.length) })
      return [
        language,
        {
          browser: share(own.filter(({ isRight }) => isRight).length),
          reference: share(own.filter(({ wasRight }) => wasRight).length),
          sameText: own.filter(({ isSame }) => isSame).length,
        },
      ]
    }),
  )
}
