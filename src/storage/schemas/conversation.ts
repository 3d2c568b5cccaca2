import type { Conversation } from '#domain/conversation/conversation.ts'
import { parseConversation } from '#domain/conversation/parse-conversation.ts'
import type { Schema } from '../envelope.ts'

export const conversationSchema: Schema<Conversation> = { kind: 'conversation', lifts: [], parse: parseConversation }
