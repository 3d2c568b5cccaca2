/** Where the other language's names stand: nowhere, behind a term that is chosen, or behind every term. */
export const termsShownChoices = ['off', 'asked', 'beside'] as const
export type TermsShown = (typeof termsShownChoices)[number]
