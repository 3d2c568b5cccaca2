import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { tarEnd, tarHeader, tarPadding } from '#lib/tar.ts'
import type { ExportFailure } from '#domain/models/export-failure.ts'
import type { ExportedFile, ExportPlaces, PutOptions } from './export-place-port.ts'

/**
 * One tar file with a folder inside, handed to the browser as a download. Its parts are blobs of kept responses, which
 * browsers hold on the disk, so that the file is never in memory.
 *
 * @param save hands a blob to the browser under a name
 * @param now milliseconds since the epoch
 */
export function archivePlaces(save: (name: string, content: Blob) => void, now: () => number): ExportPlaces {
  return {
    kind: 'archive',
    choose(folder) {
      const name = `${folder}.tar`
      const parts: BlobPart[] = []
      return Promise.resolve(
        succeed({
          name,
          async put(file: ExportedFile, options: PutOptions): Promise<Result<void, ExportFailure>> {
            const blob = await file.content.blob().catch(() => null)
            if (blob?.size !== file.bytes) return fail({ kind: 'notWhole', file: file.name })
            parts.push(tarHeader(`${folder}/${file.name}`, blob.size, now() / 1000), blob, tarPadding(blob.size))
            options.onBytes(blob.size)
            return succeed(undefined)
          },
          finish: () => save(name, new Blob([...parts, tarEnd()], { type: 'application/x-tar' })),
          discard: () => Promise.resolve(),
        }),
      )
    },
  }
}
