import type { IdSource } from './ids-port.ts'

export const browserIds: IdSource = () => crypto.randomUUID()
