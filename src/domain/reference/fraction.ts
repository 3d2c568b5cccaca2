/** An exact number; `under` is positive. Sums of decimals stay sums of decimals, and a third times three is one. */
export interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

/** The number that a text like `12`, `0.5`, `.5` or `1.5e21` says. */
export function fractionOf(text: string): Fraction {
  const [digits = '', exponent = '0'] = text.toLowerCase().split('e')
  const [whole = '', decimals = ''] = digits.split('.')
  return reduced(...scaled(BigInt(`${whole}${decimals}`), 1n, Number(exponent) - decimals.length))
}

export function negate({ over, under }: Fraction): Fraction {
  return { over: -over, under }
}

export function add(a: Fraction, b: Fraction): Fraction {
  return reduced(a.over * b.under + b.over * a.under, a.under * b.under)
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return reduced(a.over * b.over, a.under * b.under)
}

/** One divided by it; null for zero. */
export function inverse({ over, under }: Fraction): Fraction | null {
  if (over === 0n) return null
  return over < 0n ? { over: -under, under: -over } : { over: under, under: over }
}

/** Exact for squares, otherwise to 30 digits or more; null below zero. */
export function squareRoot({ over, under }: Fraction): Fraction | null {
  if (over < 0n) return null
  const [top, bottom] = [wholeRoot(over), wholeRoot(under)]
  if (top * top === over && bottom * bottom === under) return { over: top, under: bottom }
  // √(a / b) = √(a · b · s²) / (b · s), with s so large that the whole root has the digits.
  const scale = 10n ** BigInt(30 + under.toString().length)
  return reduced(wholeRoot(over * under * scale * scale), under * scale)
}

/** Rounded to so many significant digits, halves away from zero. Too large a number is infinite. */
export function toNumber({ over, under }: Fraction, digits: number): number {
  if (over === 0n) return 0
  const size = over < 0n ? -over : over
  const guess = size.toString().length - under.toString().length
  const [a, b] = scaled(size, under, -guess)
  const exponent = a < b ? guess - 1 : guess
  const [top, bottom] = scaled(size, under, digits - 1 - exponent)
  const rounded = (2n * top + bottom) / (2n * bottom)
  return Number(`${over < 0n ? '-' : ''}${rounded}e${exponent - digits + 1}`)
}

/** A quotient times a power of ten. */
function scaled(over: bigint, under: bigint, power: number): readonly [bigint, bigint] {
  return power < 0 ? [over, under * 10n ** BigInt(-power)] : [over * 10n ** BigInt(power), under]
}

function reduced(over: bigint, under: bigint): Fraction {
  let [a, b] = [over < 0n ? -over : over, under]
  while (b !== 0n) [a, b] = [b, a % b]
  return { over: over / a, under: under / a }
}

/** The largest whole number whose square is not larger. Newton's method from above. */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value
  let guess = 10n ** BigInt(Math.ceil(value.toString().length / 2))
  for (;;) {
    const next = (guess + value / guess) / 2n
    if (next >= guess) return guess
    guess = next
  }
}
