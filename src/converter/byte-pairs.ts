import { isCount, isObject } from './plain-json.ts'

/** Byte-level byte-pair encoding (Sennrich et al. 2016, doi 10.18653/v1/P16-1162), as `tokenizer.json` describes it. */
export interface BytePairs {
  /**
   * The ids of one word: letters alone, in the composed form (NFC), which no tokenizer of this family splits before it
   * merges. A piece that the vocabulary lacks has the id -1.
   */
  encode(word: string): readonly number[]
}

/** Reads `model` of a parsed `tokenizer.json`; null where it is another kind of tokenizer. */
export function readBytePairs(model: unknown): BytePairs | null {
  if (!isObject(model) || !isObject(model['vocab']) || !Array.isArray(model['merges'])) return null
  const vocabulary = model['vocab']
  const ranks = new Map<string, number>()
  for (const [rank, merge] of (model['merges'] as readonly unknown[]).entries()) {
    // Older files write a pair as one text with a space between, newer ones as a list.
    ranks.set(Array.isArray(merge) ? merge.join(' ') : String(merge), rank)
  }
  const idOf = (piece: string): number => {
    const id = vocabulary[piece]
    return isCount(id) ? id : -1
  }
  return {
    encode(word) {
      let pieces: readonly string[] = [...new TextEncoder().encode(word)].map(characterOf)
      for (;;) {
        const at = firstToMerge(pieces, ranks)
        if (at === null) return pieces.map(idOf)
        pieces = [...pieces.slice(0, at), pieces.slice(at, at + 2).join(''), ...pieces.slice(at + 2)]
      }
    },
  }
}

/** Where the neighbours stand whose merge was learnt first; null where no two of them merge. */
function firstToMerge(pieces: readonly string[], ranks: ReadonlyMap<string, number>): number | null {
  let best: { readonly at: number; readonly rank: number } | null = null
  for (let at = 0; at + 1 < pieces.length; at += 1) {
    const rank = ranks.get(`${pieces[at] ?? ''} ${pieces[at + 1] ?? ''}`)
    if (rank !== undefined && (best === null || rank < best.rank)) best = { at, rank }
  }
  return best?.at ?? null
}

/** The character that stands for a byte: itself where it can be seen, else one from 256 on, in order. */
function characterOf(byte: number): string {
  const isSeen = (code: number): boolean =>
    (code >= 33 && code <= 126) || (code >= 161 && code <= 172) || (code >= 174 && code <= 255)
  if (isSeen(byte)) return String.fromCharCode(byte)
  let unseen = 0
  for (let code = 0; code < byte; code += 1) if (!isSeen(code)) unseen += 1
  return String.fromCharCode(256 + unseen)
}
