import { act, render } from '@testing-library/react'
import type { ComponentType } from 'react'
import type { MemoryStore } from '#stores/memory.ts'
import { settled } from '../fakes/quiz-needs.ts'
import type { MemoryKept } from './memory-over-fakes.ts'
import { memoryOverFakes } from './memory-over-fakes.ts'

/** For tests: a screen over a student's memory. */
export async function showMemory(Screen: ComponentType<{ readonly memory: MemoryStore }>, kept: MemoryKept = {}) {
  const all = await memoryOverFakes(kept)
  render(<Screen memory={all.memory} />)
  await act(settled)
  return all
}
