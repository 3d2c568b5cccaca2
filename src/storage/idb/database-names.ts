/**
 * The databases on a student's disk, one a shelf, since idb-keyval cannot add a store to a database that exists.
 *
 * Frozen: changing a name loses what every student has kept under it. New shelves get new names.
 */
export const databaseNames = {
  bankHeads: 'munjin-bank-heads',
  bankParts: 'munjin-bank-parts',
  conversations: 'munjin-conversations',
  machineMemory: 'munjin-load-experience',
  quizSessions: 'munjin-quiz-sessions',
  reviews: 'munjin-reviews',
  settings: 'munjin-settings',
} as const

export type DatabaseName = (typeof databaseNames)[keyof typeof databaseNames]

/** The one object store in each of them; frozen like the names. */
export const storeName = 'records'
