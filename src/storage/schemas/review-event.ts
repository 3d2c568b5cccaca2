import { parseReviewEvent } from '#domain/quiz/parse-review-event.ts'
import type { ReviewEvent } from '#domain/quiz/review-event.ts'
import type { Schema } from '../envelope.ts'

export const reviewEventSchema: Schema<ReviewEvent> = { kind: 'reviewEvent', lifts: [], parse: parseReviewEvent }
