/** Gives names that were never given before. */
export type IdSource = () => string
