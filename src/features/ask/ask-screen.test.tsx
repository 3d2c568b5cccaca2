// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { defaultSettings } from '#domain/settings/settings.ts'
import { learnLaterSentences, startTranslator } from '#i18n/translator.ts'
import { aModel } from '#testing/builders/a-model.ts'
import { conversationsOverFakes } from '#testing/builders/conversations-over-fakes.ts'
import { aConversation, aPair, aTurn, anAttempt, aUsage } from '#testing/builders/conversations.ts'
import { settle } from '#testing/fakes/hand-fed-answering.ts'
import { AskScreen } from './ask-screen.tsx'

beforeAll(async () => {
  await startTranslator('en')
  await learnLaterSentences()
})
beforeEach(() => {
  window.scrollTo = () => undefined
})
afterEach(cleanup)

const model = aModel({ knowledge: { conditions: 51, findings: 300 } })

async function show({ kept = [] as readonly ReturnType<typeof aConversation>[], ready = true } = {}) {
  const { conversations, answering, clock, shelf } = conversationsOverFakes()
  for (const conversation of kept) await shelf.write(conversation.id, conversation)
  await conversations.start()
  render(
    <AskScreen
      conversations={conversations}
      model={ready ? model : null}
      notReady={<p>{'No model is ready'}</p>}
      examples={[{ label: 'Appendicitis', question: 'Which sign?' }]}
      settings={defaultSettings('en').ask}
      onSettings={() => undefined}
      renderFailure={(failure, actions) => (
        <div>
          {failure.kind}
          {actions}
        </div>
      )}
    />,
  )
  /** Lets the model do something and the screen follow. */
  const hear = (what: () => Promise<void>): Promise<void> =>
    act(async () => {
      await what()
      clock.draw()
      await settle()
    })
  return { conversations, answering, clock, hear }
}

const field = (): HTMLElement => screen.getByLabelText('Your question')
const button = (name: string): HTMLElement => screen.getByRole('button', { name })

async function ask(text: string): Promise<void> {
  fireEvent.change(field(), { target: { value: text } })
  await act(async () => {
    fireEvent.keyDown(field(), { key: 'Enter' })
    await settle()
  })
}

describe('the composer', () => {
  it('asks on Enter, but not while Hangul is being put together, nor with Shift', async () => {
    const { answering } = await show()
    fireEvent.change(field(), { target: { value: '충수염의 소견은' } })
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true })
    fireEvent.keyDown(field(), { key: 'Enter', shiftKey: true })
    expect(answering.answers).toHaveLength(0)
    await act(async () => {
      fireEvent.keyDown(field(), { key: 'Enter' })
      await settle()
    })
    expect(answering.answers).toHaveLength(1)
    expect(field()).toHaveProperty('value', '')
  })

  it('fills in the example and the questions to start with', async () => {
    await show()
    fireEvent.click(button('Example'))
    expect(field()).toHaveProperty('value', expect.stringContaining('McBurney'))
    fireEvent.click(button('Appendicitis'))
    expect(field()).toHaveProperty('value', 'Which sign?')
  })

  it('says what is missing instead of asking while no model is ready', async () => {
    const { answering } = await show({ ready: false })
    await ask('Which sign?')
    expect(answering.answers).toHaveLength(0)
    expect(field()).toHaveProperty('value', 'Which sign?')
    expect(screen.getByText('No model is ready')).toBeDefined()
  })

  it('says that a demonstration model knows little', async () => {
    await show()
    expect(screen.getByText(/knows 51 conditions and nothing else/)).toBeDefined()
  })
})

describe('an answer', () => {
  it('can be stopped and then continued', async () => {
    const { answering, hear } = await show()
    await ask('Which sign?')
    await hear(() => answering.newest().begin())
    await hear(() => answering.newest().say('<think>clues</think>McB'))
    await hear(() => {
      fireEvent.click(button('Stop'))
      return settle()
    })
    expect(screen.getByText('Stopped by you')).toBeDefined()
    await hear(() => {
      fireEvent.click(button('Continue'))
      return settle()
    })
    expect(answering.newest().request.continueFrom).toBe('<think>clues</think>McB')
    await hear(() => answering.newest().begin())
    await hear(() => answering.newest().say('urney'))
    await hear(() => answering.newest().end())
    expect(screen.getByText('McBurney')).toBeDefined()
    expect(screen.queryByText('Stopped by you')).toBeNull()
  })

  it('shows its reasoning while it streams and folds it when it ends', async () => {
    const { answering, hear } = await show()
    await ask('Which sign?')
    await hear(() => answering.newest().begin())
    await hear(() => answering.newest().say('<think>weighing clues'))
    expect(screen.getByText('weighing clues')).toBeDefined()
    expect(button('Answer now')).toBeDefined()
    await hear(() => answering.newest().say('</think>McBurney'))
    await hear(() => answering.newest().end())
    expect(screen.queryByText('weighing clues')).toBeNull()
    expect(screen.getByText(/Reasoned for .*, 14 letters/)).toBeDefined()
    expect(screen.getAllByText('AI-generated')).toHaveLength(2)
  })

  it('leaves the reasoning as the reader wants it', async () => {
    const { answering, hear } = await show()
    await ask('Which sign?')
    await hear(() => answering.newest().begin())
    await hear(() => answering.newest().say('<think>weighing clues'))
    toggle(false)
    expect(screen.queryByText('weighing clues')).toBeNull()
    toggle(true)
    await hear(() => answering.newest().say('</think>McBurney'))
    await hear(() => answering.newest().end())
    expect(screen.getByText('weighing clues')).toBeDefined()
    fireEvent.click(button('Fold'))
    expect(screen.queryByText('weighing clues')).toBeNull()
  })

  it('keeps its earlier attempts behind a pager', async () => {
    const { answering, hear } = await show({
      kept: [aConversation({ turns: [aPair('t1', 'Which sign?', 'McBurney')] })],
    })
    fireEvent.click(screen.getByRole('button', { name: /^Which sign/ }))
    await hear(() => {
      fireEvent.click(button('Answer again'))
      return settle()
    })
    await hear(() => answering.newest().begin())
    await hear(() => answering.newest().say('Rovsing'))
    await hear(() => answering.newest().end())
    expect(screen.getByText('2/2')).toBeDefined()
    expect(screen.getByText('Rovsing')).toBeDefined()
    fireEvent.click(button('Earlier attempt'))
    expect(screen.getByText('1/2')).toBeDefined()
    expect(screen.getByText('McBurney')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Answer again' })).toBeNull()
  })

  it('that failed offers to be asked for again beside the failure', async () => {
    const { answering, hear } = await show()
    await ask('Which sign?')
    await hear(() => answering.newest().end({ kind: 'failed', failure: { kind: 'deviceLost' } }))
    expect(screen.getByText('deviceLost')).toBeDefined()
    expect(button('Answer again')).toBeDefined()
  })

  it('is announced when it starts and when it ends, and not in between', async () => {
    const { answering, hear } = await show()
    const said = (): readonly string[] =>
      screen.getAllByRole('status').flatMap(({ textContent }) => (textContent === '' ? [] : [textContent]))
    await ask('Which sign?')
    await hear(() => answering.newest().begin())
    expect(said()).toEqual(['The answer has started.'])
    await hear(() => answering.newest().say('McBurney'))
    expect(said()).toEqual(['The answer has started.'])
    await hear(() => answering.newest().end())
    expect(said()).toEqual(['The answer is complete.'])
  })
})

describe('a conversation', () => {
  it('warns when its context is nearly full and says what the model was not shown', async () => {
    const answer = { status: 'ended', ending: { kind: 'complete' }, usage: aUsage({ contextUsed: 800 }) } as const
    const turns = [aTurn({ attempts: [anAttempt({ text: 'McBurney', leftOut: 2, answer })] })]
    await show({ kept: [aConversation({ turns })] })
    fireEvent.click(screen.getByRole('button', { name: /^What suggests/ }))
    expect(screen.getByText(/context is nearly full/)).toBeDefined()
    expect(screen.getByText(/2 oldest questions were not shown/)).toBeDefined()
  })

  it('can be found, renamed, deleted and brought back', async () => {
    const { conversations } = await show({ kept: [aConversation()] })
    fireEvent.change(screen.getByLabelText('Search conversations'), { target: { value: 'moved' } })
    expect(screen.getByText('moved', { selector: 'mark' })).toBeDefined()
    fireEvent.change(screen.getByLabelText('Search conversations'), { target: { value: '' } })
    fireEvent.click(button('Rename What suggests appendicitis?'))
    fireEvent.change(screen.getByLabelText('New name'), { target: { value: 'Abdomen' } })
    await act(async () => {
      fireEvent.click(button('Save the name'))
      await settle()
    })
    fireEvent.click(button('Delete Abdomen'))
    expect(conversations.state.getState().list).toEqual([])
    fireEvent.click(button('Undo'))
    expect(conversations.state.getState().list).toMatchObject([{ title: 'Abdomen' }])
  })

  it('is copied when a question is edited', async () => {
    const { conversations, answering } = await show({ kept: [aConversation()] })
    fireEvent.click(screen.getByRole('button', { name: /^What suggests/ }))
    fireEvent.click(button('Edit the question'))
    fireEvent.change(screen.getByLabelText('The edited question'), { target: { value: 'What argues against it?' } })
    await act(async () => {
      fireEvent.click(button('Ask this instead'))
      await settle()
    })
    expect(answering.newest().request.messages[0]?.content).toContain('What argues against it?')
    expect(conversations.state.getState().list).toHaveLength(2)
  })
})

/** Opens or closes the one disclosure as a browser does: the element first, the event after it. */
function toggle(open: boolean): void {
  const details = document.querySelector('details')
  if (details === null) throw new Error('Nothing to open')
  details.open = open
  fireEvent(details, new Event('toggle'))
}
