import { expect, it } from 'vitest'
import { openLine } from './take-turns.ts'

it('lets those who wait go on one after another, in the order in which they came', async () => {
  const line = openLine()
  const turns = Array.from({ length: 5 }, line)
  const seen: number[] = []
  const going = turns.map(async ({ come, leave }, at) => {
    // The later ones are ready sooner.
    await new Promise((resume) => setTimeout(resume, 10 - 2 * at))
    await come
    seen.push(at)
    leave()
  })
  await Promise.all(going)
  expect(seen).toEqual([0, 1, 2, 3, 4])
})

it('does not let anybody pass one who is still there, though one between has gone', async () => {
  const line = openLine()
  const [first, second, third] = [line(), line(), line()]
  let hasCome = false
  const waiting = third.come.then(() => (hasCome = true))
  second.leave()
  await new Promise((resume) => setTimeout(resume, 5))
  expect(hasCome).toBe(false)
  first.leave()
  await waiting
})
