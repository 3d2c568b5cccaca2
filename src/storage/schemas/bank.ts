import type { BankHead, BankPart } from '#domain/question-bank/kept-bank.ts'
import { parseBankHead, parseBankPart } from '#domain/question-bank/kept-bank.ts'
import type { Schema } from '../envelope.ts'

export const bankHeadSchema: Schema<BankHead> = { kind: 'bankHead', lifts: [], parse: parseBankHead }
export const bankPartSchema: Schema<BankPart> = { kind: 'bankPart', lifts: [], parse: parseBankPart }
