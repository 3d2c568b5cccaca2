import type { StorageRoom } from './storage-room-port.ts'

/** `navigator.storage` exists in secure contexts only, so every step may find it missing. */
export const browserStorageRoom: StorageRoom = {
  async measure() {
    const storage = 'storage' in navigator ? navigator.storage : null
    const estimate = await storage?.estimate().catch(() => null)
    return {
      used: estimate?.usage ?? null,
      quota: estimate?.quota ?? null,
      persisted: (await storage?.persisted().catch(() => false)) ?? false,
    }
  },
  async persist() {
    return 'storage' in navigator ? await navigator.storage.persist().catch(() => false) : false
  },
}
