import { parseQuizSession } from '#domain/quiz/parse-session.ts'
import type { QuizSession } from '#domain/quiz/session.ts'
import type { Schema } from '../envelope.ts'

export const quizSessionSchema: Schema<QuizSession> = { kind: 'quizSession', lifts: [], parse: parseQuizSession }
