import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'

/** State that can be read and followed; only the store's own verbs change it. */
export type ReadonlyStore<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>

/** What `select` picks of a store's state; the component is drawn again when that changes. `select` builds nothing new. */
export function useSelected<T, S>(store: ReadonlyStore<T>, select: (state: T) => S): S {
  return useStore(store, select)
}
