/** One language's sentences: a tree whose leaves are sentences. A plural is written as `key_one` and `key_other`. */
export interface WordTree {
  readonly [key: string]: string | WordTree
}

/** The same tree with any sentences: what every other language must provide, no key more and none less. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> }

type Leaf<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K

/** Every sentence's dotted address, plural endings left out. */
export type KeysOf<T> = {
  [K in keyof T & string]: T[K] extends string ? Leaf<K> : `${K}.${KeysOf<T[K]>}`
}[keyof T & string]

/** The sentence at an address; for a plural, the one of `other`. */
type SentenceAt<T, Address extends string> = Address extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? SentenceAt<T[Head], Rest>
    : never
  : Address extends keyof T
    ? T[Address]
    : `${Address}_other` extends keyof T
      ? T[`${Address}_other`]
      : never

type Trim<S extends string> = S extends ` ${infer Rest}` ? Trim<Rest> : S extends `${infer Rest} ` ? Trim<Rest> : S
type SlotName<S extends string> = S extends `${infer Name},${string}` ? Trim<Name> : Trim<S>

/** The names inside `{{…}}` of a sentence. */
export type SlotsIn<S> = S extends `${string}{{${infer Slot}}}${infer Rest}` ? SlotName<Slot> | SlotsIn<Rest> : never

export type Slots<T, Address extends string> = Record<SlotsIn<SentenceAt<T, Address>>, string | number>
