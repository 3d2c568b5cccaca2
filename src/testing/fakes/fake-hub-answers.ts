import type { FakeRepository } from './fake-hub-repository.ts'
import { contentBytes, sha256OfContent } from './fake-hub-repository.ts'

/** As the real hub sends them, on every answer. */
export const corsHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'X-Repo-Commit,X-Request-Id,X-Error-Code,X-Error-Message,X-Total-Count,ETag,Link,Accept-Ranges,Content-Range,' +
    'X-Linked-Size,X-Linked-ETag,X-Xet-Hash,Retry-After',
  vary: 'Origin',
}

export interface HubPlace {
  readonly kind: 'api' | 'resolve' | 'cdn' | 'other'
  readonly repository: string
  readonly revision: string
  /** Only of files. */
  readonly file: string | null
}

/** What an address of the hub is about. */
export function hubPlaceOf(path: string): HubPlace {
  const { pathname } = new URL(path, 'http://hub')
  const api = /^\/api\/models\/([^/]+\/[^/]+)\/revision\/([^/]+)$/.exec(pathname)
  if (api !== null)
    return { kind: 'api', repository: api[1] ?? '', revision: decodeURIComponent(api[2] ?? ''), file: null }
  const file = /^\/([^/]+\/[^/]+)\/(resolve|cdn)\/([^/]+)\/(.+)$/.exec(pathname)
  if (file === null) return { kind: 'other', repository: '', revision: '', file: null }
  const [, repository = '', kind, revision = '', name = ''] = file
  return {
    kind: kind === 'cdn' ? 'cdn' : 'resolve',
    ...{ repository, revision: decodeURIComponent(revision), file: decodeURIComponent(name) },
  }
}

/** The answer to `/api/models/{repository}/revision/{revision}`, as far as anybody reads it. */
export function listingOf(path: string, repository: FakeRepository): unknown {
  const withBlobs = new URL(path, 'http://hub').searchParams.get('blobs') === 'true'
  const { commit, files, largeFrom = 0, listsNamesOnly = false } = repository
  const id = hubPlaceOf(path).repository
  const siblings = Object.entries(files).map(([rfilename, content]) => {
    if (!withBlobs || listsNamesOnly) return { rfilename }
    const [size, sha256] = [contentBytes(content), sha256OfContent(content)]
    const lfs = size >= largeFrom && sha256 !== null ? { lfs: { sha256, size, pointerSize: 135 } } : {}
    return { rfilename, size, blobId: '0'.repeat(40), ...lfs }
  })
  return { _id: '0'.repeat(24), id, modelId: id, private: false, gated: false, disabled: false, sha: commit, siblings }
}
