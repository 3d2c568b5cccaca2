import type { Draft } from '#domain/importing/draft.ts'
import type { RowFault, RowWarning } from '#domain/importing/import-fault.ts'
import type { Imported } from '#domain/importing/imported.ts'
import { duplicateKey } from '#domain/question-bank/duplicate-key.ts'
import type { Question } from '#domain/question-bank/question.ts'
import { contentId } from './content-id.ts'
import type { Finished } from './finish-draft.ts'
import { finishDraft } from './finish-draft.ts'

/** More than any exam's bank has, and few enough to be searched at every keystroke. */
const mostQuestions = 20_000

/**
 * The questions of a file's drafts, in order: those at fault are left out and named, and one that was there before is taken
 * once. `earlier` are faults that were found while the file was read.
 */
export function collectQuestions(
  drafts: readonly Draft[],
  fileName: string,
  earlier: readonly RowFault[] = [],
): Imported {
  const faults: RowFault[] = [...earlier]
  const warnings: RowWarning[] = []
  const questions: Question[] = []
  const seen = new Set<string>()
  const ids = new Set<string>()
  for (const draft of drafts) {
    const finished = finishDraft(draft, fileName)
    if (!finished.ok) {
      faults.push(finished.failure)
      continue
    }
    const key = duplicateKey(finished.value.question)
    if (seen.has(key)) {
      warnings.push({ kind: 'duplicate', place: draft.place, detail: finished.value.question.leadIn.slice(0, 80) })
      continue
    }
    if (questions.length === mostQuestions) {
      faults.push({ kind: 'tooMany', place: draft.place, detail: `${mostQuestions}` })
      break
    }
    seen.add(key)
    warnings.push(...finished.value.warnings)
    const id = freeId(draft, key, ids)
    ids.add(id)
    questions.push(withId(id, finished.value))
  }
  faults.sort((a, b) => a.place.at - b.place.at)
  return { questions, faults, warnings }
}

function withId(id: string, { question }: Finished): Question {
  return { id, ...question }
}

/** The name that the file gives where it is one of ours and free, otherwise one made of the question's words. */
function freeId({ id }: Draft, key: string, taken: ReadonlySet<string>): string {
  if (id !== null && /^[\w.-]{1,64}$/.test(id) && !taken.has(id)) return id
  const made = contentId(key)
  for (let copy = 1; ; copy += 1) {
    const candidate = copy === 1 ? made : `${made}-${copy}`
    if (!taken.has(candidate)) return candidate
  }
}
