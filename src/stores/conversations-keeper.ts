import type { Conversation, ConversationId } from '#domain/conversation/conversation.ts'
import { keepable } from '#domain/conversation/conversation.ts'
import type { Result } from '#lib/result.ts'
import type { Clock } from '#platform/clock-port.ts'
import type { Shelf, StorageFailure } from '#storage/archive-port.ts'

/** A shelf of conversations whose trouble is heard in one place. Calls may overlap: the shelf does them in their order. */
export interface ConversationKeeper {
  /** Keeps a conversation as it is now; whatever moves in it is kept as interrupted. */
  keep(conversation: Conversation | undefined): Promise<void>
  remove(id: ConversationId): Promise<void>
  /** Whether the record is out of the way. */
  setAside(id: string): Promise<boolean>
}

export function openKeeper(
  shelf: Shelf<Conversation>,
  clock: Clock,
  onTrouble: (trouble: StorageFailure | null) => void,
): ConversationKeeper {
  const hear = (result: Result<void, StorageFailure>): boolean => {
    onTrouble(result.ok ? null : result.failure)
    return result.ok
  }
  return {
    async keep(conversation) {
      if (conversation !== undefined) hear(await shelf.write(conversation.id, keepable(conversation, clock.now())))
    },
    async remove(id) {
      hear(await shelf.remove(id))
    },
    setAside: async (id) => hear(await shelf.setAside(id)),
  }
}
