import { createStore } from 'zustand/vanilla'
import type { BuiltModel } from '#domain/models/built-model.ts'
import { recordOfBuilt } from '#domain/models/built-model.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import type { ModelBuild, ModelOffer } from '#domain/models/offer.ts'
import { buildId } from '#domain/models/offer.ts'
import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import type { SupplyProgress } from '#domain/models/supply-progress.ts'
import { supplyStarting } from '#domain/models/supply-progress.ts'
import type { WakeLockPort } from '#platform/wake-lock-port.ts'
import type { SupplyOrder, SupplyPort, SupplySource, UnfinishedOrder } from '#supply/supply-port.ts'
import { SupplyError } from '#supply/supply-port.ts'
import type { ReadonlyStore } from './readonly-store.ts'

export type { SupplySource } from '#supply/supply-port.ts'

export interface SupplyState {
  readonly offers: OffersState
  /** What was begun before and can be gone on with. */
  readonly unfinished: readonly UnfinishedOrder[]
  /** One order at a time. */
  readonly order: OrderState
}

export type OffersState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'ready'; readonly offers: readonly ModelOffer[] }

export type OrderState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'getting'; readonly buildId: string; readonly progress: SupplyProgress }
  | { readonly kind: 'failed'; readonly buildId: string; readonly failure: SupplyFailure }
  | { readonly kind: 'done'; readonly buildId: string }

/** Models that can be made ready on this machine, and the work of doing so. */
export interface Supply {
  readonly state: ReadonlyStore<SupplyState>
  /** Reads what is offered, what was built and what was begun. Tries again what failed. */
  open(): Promise<void>
  /** Gets a build; another one that is under way is stopped first. What goes wrong is in the state. */
  get(order: Order): Promise<void>
  /** Stops within a second; what was done stays, and `get` goes on there. */
  stop(): void
  giveUp(buildId: string): Promise<void>
}

export interface Order {
  readonly build: ModelBuild
  readonly source: SupplySource
  readonly contextWindow: number
}

export interface SupplyNeeds {
  readonly supply: SupplyPort
  /** Reads the offers, or says what is wrong with them by throwing. */
  readonly readOffers: () => Promise<readonly ModelOffer[]>
  readonly readBuilt: () => Promise<readonly BuiltModel[]>
  /** Hears of every model that can be loaded from now on. */
  readonly onRecord: (record: ModelRecord) => void
  readonly wakeLock: WakeLockPort
}

export function openSupply(needs: SupplyNeeds): Supply {
  const state = createStore<SupplyState>(() => ({
    offers: { kind: 'loading' },
    unfinished: [],
    order: { kind: 'idle' },
  }))
  let getting: AbortController | null = null

  async function lookAtUnfinished(): Promise<void> {
    state.setState({ unfinished: await needs.supply.unfinished() })
  }

  async function open(): Promise<void> {
    if (state.getState().offers.kind === 'ready') return
    try {
      const offers = await needs.readOffers()
      for (const built of await needs.readBuilt()) tellOf(built, offers)
      // What was begun is known before anything is offered: otherwise it would be offered anew for a moment.
      await lookAtUnfinished()
      state.setState({ offers: { kind: 'ready', offers } })
    } catch (error) {
      state.setState({ offers: { kind: 'failed', detail: String(error) } })
    }
  }

  function tellOf(built: BuiltModel, offers: readonly ModelOffer[]): void {
    const builds = offers.flatMap((offer) => offer.builds.map((library) => ({ offer, library })))
    const build = builds.find((one) => buildId(one) === built.buildId)
    // A build that this version of the app does not offer any more has no library: its files stay, and are listed as such.
    if (build !== undefined) needs.onRecord(recordOfBuilt(build, built))
  }

  async function get({ build, source, contextWindow }: Order): Promise<void> {
    getting?.abort()
    const mine = new AbortController()
    getting = mine
    const id = buildId(build)
    const say = (order: OrderState): void => {
      if (getting === mine) state.setState({ order })
    }
    say({ kind: 'getting', buildId: id, progress: supplyStarting })
    const release = await needs.wakeLock.hold()
    const order: SupplyOrder = { build, source, contextWindow }
    try {
      const built = await needs.supply.get(order, {
        signal: mine.signal,
        onProgress: (progress) => say({ kind: 'getting', buildId: id, progress }),
      })
      needs.onRecord(recordOfBuilt(build, built))
      say({ kind: 'done', buildId: id })
    } catch (error) {
      say(mine.signal.aborted ? { kind: 'idle' } : { kind: 'failed', buildId: id, failure: failureOf(error) })
    } finally {
      release()
      if (getting === mine) getting = null
      await lookAtUnfinished()
    }
  }

  return {
    state,
    open,
    get,
    stop: () => getting?.abort(),
    async giveUp(id) {
      const { order } = state.getState()
      if (order.kind === 'getting' && order.buildId === id) getting?.abort()
      await needs.supply.giveUp(id)
      if (order.kind === 'failed' && order.buildId === id) state.setState({ order: { kind: 'idle' } })
      await lookAtUnfinished()
    },
  }
}

function failureOf(error: unknown): SupplyFailure {
  return error instanceof SupplyError ? error.failure : { kind: 'unexpected', detail: String(error) }
}

export const selectOffers = (state: SupplyState): OffersState => state.offers
export const selectOrder = (state: SupplyState): OrderState => state.order
export const selectUnfinished = (state: SupplyState): readonly UnfinishedOrder[] => state.unfinished
