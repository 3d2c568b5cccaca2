/** How many of how many. */
export interface Tally {
  readonly right: number
  readonly answered: number
}
