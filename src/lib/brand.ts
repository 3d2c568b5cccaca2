declare const brand: unique symbol

/** A `T` that can be told from other `T`s of the same shape: ids and units that must not be mixed up. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
