export type SmallPosition = 'sub' | 'sup'

const plainForms = '0123456789+-−–=()'
const smallForms = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾', sub: '₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎' }

/**
 * Raised or lowered text as far as Unicode has letters for it: every digit, and the signs of a number or a charge where there is
 * nothing else (10⁻³, Ca²⁺). What remains is plain.
 */
export function inSmallDigits(text: string, position: SmallPosition): string {
  const isNumber = !/[^0-9+\-−–=()\s]/.test(text)
  return text.replace(isNumber ? /[0-9+\-−–=()]/g : /[0-9]/g, (letter) => {
    return smallForms[position][plainForms.indexOf(letter)] ?? letter
  })
}
