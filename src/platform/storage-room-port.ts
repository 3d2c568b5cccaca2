/** How much the browser keeps for the app, and whether it may take it away. */
export interface StorageRoom {
  readonly measure: () => Promise<RoomMeasure>
  /** Asks the browser never to remove what is kept by itself; whether it promised. */
  readonly persist: () => Promise<boolean>
}

export interface RoomMeasure {
  /** In bytes; null where the browser does not tell. */
  readonly used: number | null
  readonly quota: number | null
  readonly persisted: boolean
}
