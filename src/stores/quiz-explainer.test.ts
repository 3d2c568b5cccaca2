import { describe, expect, it } from 'vitest'
import { gradedItem, startedQuiz } from '#testing/builders/quiz-over-fakes.ts'
import { settled } from '#testing/fakes/quiz-needs.ts'

/** A session whose first item was answered wrong. */
async function graded() {
  const all = await startedQuiz()
  all.quiz.choose('B')
  all.quiz.rate('certain')
  all.quiz.grade()
  await settled()
  return { ...all, item: gradedItem(all.quiz) }
}

describe('asking the model', () => {
  it('sends the question as the model was trained on it', async () => {
    const { quiz, answering, item } = await graded()
    void quiz.explain(item)
    await settled()
    expect(answering.answers[0]?.request.messages[0]?.content).toMatch(
      /^The following is a medical licensing examination question/,
    )
  })

  it('says so when no model is ready', async () => {
    const { quiz, answering, item } = await graded()
    answering.ready = null
    await quiz.explain(item)
    expect(quiz.state.getState().explaining).toEqual({ kind: 'noModel', attemptId: item.attemptId })
  })

  it('shows a growing trace at most once a frame', async () => {
    const { quiz, answering, clock, item } = await graded()
    let shown = 0
    quiz.state.subscribe(() => (shown += 1))
    void quiz.explain(item)
    await answering.newest().begin()
    for (const piece of ['<think>', 'one ', 'two ', 'three']) await answering.newest().say(piece)
    expect(shown).toBe(1)
    clock.draw()
    expect(quiz.state.getState().explaining).toMatchObject({
      kind: 'running',
      stage: 'writing',
      trace: { reasoning: 'one two three' },
    })
    expect(shown).toBe(2)
  })

  it('keeps what it said with the item and in the log, with the option it named', async () => {
    const { quiz, answering, reviews, sessions, item } = await graded()
    void quiz.explain(item)
    await answering.newest().begin()
    await answering.newest().say('<think>\\boxed{A}</think>\\boxed{C}')
    await answering.newest().end()
    expect(quiz.state.getState().explaining.kind).toBe('idle')
    expect(gradedItem(quiz).explanation).toMatchObject({ ending: { kind: 'complete' }, named: { label: 'C' } })
    expect(reviews.events[1]).toMatchObject({
      kind: 'modelAnswer',
      attemptId: item.attemptId,
      label: 'C',
      ending: 'complete',
    })
    expect([...sessions.written.values()][0]?.items[0]).toMatchObject({ explanation: { named: { label: 'C' } } })
  })

  it('stops when it is told to, and keeps what was said', async () => {
    const { quiz, answering, item } = await graded()
    void quiz.explain(item)
    await answering.newest().begin()
    await answering.newest().say('<think>half')
    quiz.stopExplaining()
    await settled()
    expect(gradedItem(quiz).explanation).toMatchObject({
      ending: { kind: 'stopped' },
      named: { kind: 'none' },
      text: '<think>half',
    })
  })

  it('shows how it failed, also before it began', async () => {
    const { quiz, answering, reviews, item } = await graded()
    void quiz.explain(item)
    await answering.newest().end({ kind: 'failed', failure: { kind: 'deviceLost' } })
    expect(quiz.state.getState().explaining).toMatchObject({ kind: 'failed', failure: { kind: 'deviceLost' } })
    expect(reviews.events).toHaveLength(1)
  })

  it('keeps an unfinished answer every few seconds as interrupted', async () => {
    const { quiz, answering, sessions, clock, item } = await graded()
    void quiz.explain(item)
    await answering.newest().begin()
    await answering.newest().say('<think>half')
    clock.pass(5_000)
    await settled()
    expect([...sessions.written.values()][0]?.items[0]).toMatchObject({
      explanation: { ending: { kind: 'interrupted' }, text: '<think>half' },
    })
    expect(gradedItem(quiz).explanation).toBeNull()
  })

  it('goes on while the student goes on, and lands where it was asked', async () => {
    const { quiz, answering, item } = await graded()
    void quiz.explain(item)
    await answering.newest().begin()
    quiz.next()
    await answering.newest().say('\\boxed{C}')
    await answering.newest().end()
    quiz.previous()
    expect(gradedItem(quiz).explanation).toMatchObject({ named: { label: 'C' } })
  })

  it('is not lost when the student leaves the result', async () => {
    const { quiz, answering, sessions, reviews, item } = await graded()
    quiz.finish()
    void quiz.explain(item)
    await answering.newest().begin()
    await answering.newest().say('half')
    quiz.leave()
    await settled()
    expect(reviews.events[1]).toMatchObject({ kind: 'modelAnswer', ending: 'stopped', bankId: 'bank' })
    expect([...sessions.written.values()][0]?.items[0]).toMatchObject({ explanation: { text: 'half' } })
  })

  it('does not bring a session back that was given up meanwhile', async () => {
    const { quiz, answering, sessions, item } = await graded()
    void quiz.explain(item)
    await answering.newest().begin()
    quiz.leave()
    quiz.discard()
    await settled()
    expect([...sessions.written.values()][0]).toMatchObject({ endedAt: 1_000 })
  })

  it('about another item ends the answer before it', async () => {
    const { quiz, answering, item } = await graded()
    void quiz.explain(item)
    await answering.newest().begin()
    quiz.next()
    quiz.choose('C')
    quiz.rate('mostly')
    quiz.grade()
    const second = gradedItem(quiz)
    void quiz.explain(second)
    await settled()
    expect(answering.answers).toHaveLength(2)
    expect(quiz.state.getState().explaining).toMatchObject({ kind: 'running', attemptId: second.attemptId })
  })
})
