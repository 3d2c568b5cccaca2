import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { corsHeaders, hubPlaceOf, listingOf } from './fake-hub-answers.ts'
import { contentBytes, etagOf } from './fake-hub-repository.ts'
import type { FakeContent, FakeRepository } from './fake-hub-repository.ts'
import { sendFile } from './fake-hub-sending.ts'
import type { Misdeed } from './fake-hub-sending.ts'

/** One request, as the hub saw it. */
export interface HubRequest {
  readonly method: string
  readonly path: string
  /** The interface, an address of a file, or the second place that large files are redirected to. */
  readonly stage: 'api' | 'resolve' | 'cdn' | 'other'
  /** The file's name in its repository; null where the request is not about one. */
  readonly file: string | null
  /** `end` is the byte after the last one. */
  readonly range: { readonly begin: number; readonly end: number } | null
  readonly headers: Readonly<Record<string, string | undefined>>
  /** 0 where the connection was cut without an answer. */
  status: number
  /** Bytes of the body that were sent. */
  bytesSent: number
}

export interface FakeHub {
  /** Without a slash at its end, as a hub's host is written. */
  readonly url: string
  /** Host and port, as a failure names them. */
  readonly host: string
  /** Everything that was asked, in order. */
  readonly requests: HubRequest[]
  /** Decides for every request whether, and how, it goes wrong; misdeeds of bodies count from the answer's first byte. */
  misbehave: (request: HubRequest) => Misdeed | null
  close(): Promise<void>
}

export interface FakeHubOptions {
  /** By `owner/name`. */
  readonly repositories: Readonly<Record<string, FakeRepository>>
  /** Serves large files from a port of their own, as the real hub does from another host. */
  readonly separateCdn?: boolean
}

/**
 * A hub with the public interface of huggingface.co, on this machine: revisions, `/resolve/` addresses, redirects of
 * large files, ranges, CORS, and whatever goes wrong on a network. It answers no preflight: a request that needs one fails.
 */
export async function startFakeHub({ repositories, separateCdn = false }: FakeHubOptions): Promise<FakeHub> {
  const requests: HubRequest[] = []
  const cdn = separateCdn ? createServer() : null
  const server = createServer()
  const [url, cdnUrl] = [await listen(server), cdn === null ? '' : await listen(cdn)]
  const hub: FakeHub = {
    url,
    host: new URL(url).host,
    requests,
    misbehave: () => null,
    close: async () => {
      await Promise.all([server, ...(cdn === null ? [] : [cdn])].map(closeServer))
    },
  }
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const noted = noteOf(request)
    requests.push(noted)
    const misdeed = hub.misbehave(noted)
    const repository = repositories[hubPlaceOf(noted.path).repository]
    send(replyTo(noted, repository, misdeed, cdnUrl || url), misdeed, noted, response)
    noted.status = response.headersSent ? response.statusCode : 0
  }
  server.on('request', answer)
  cdn?.on('request', answer)
  return hub
}

type Reply =
  | {
      readonly kind: 'plain'
      readonly status: number
      readonly headers: Record<string, string>
      readonly body?: string
    }
  | { readonly kind: 'file'; readonly content: FakeContent }
  | { readonly kind: 'hangUp' }
  | { readonly kind: 'silence' }

function replyTo(
  { method, path, file }: HubRequest,
  repository: FakeRepository | undefined,
  misdeed: Misdeed | null,
  cdnUrl: string,
): Reply {
  const plain = (status: number, headers: Record<string, string> = {}): Reply => ({ kind: 'plain', status, headers })
  if (misdeed?.kind === 'hangUp' || misdeed?.kind === 'silence') return { kind: misdeed.kind }
  if (misdeed?.kind === 'redirectLoop') return plain(302, { location: path })
  if (misdeed?.kind === 'status')
    return plain(misdeed.status, misdeed.retryAfter === undefined ? {} : { 'retry-after': misdeed.retryAfter })
  // The real hub sends browsers away that have to ask first; so does this one.
  if (method !== 'GET' && method !== 'HEAD') return plain(405)
  const { kind, revision } = hubPlaceOf(path)
  if (kind === 'other') return plain(404, { 'x-error-code': 'EntryNotFound' })
  if (repository === undefined) return plain(401, { 'x-error-code': 'RepoNotFound' })
  if (![repository.commit, ...(repository.branches ?? ['main'])].includes(revision))
    return plain(404, { 'x-error-code': 'RevisionNotFound' })
  if (kind === 'api') {
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    return { kind: 'plain', status: 200, headers, body: JSON.stringify(listingOf(path, repository)) }
  }
  const content = repository.files[file ?? '']
  if (content === undefined) return plain(404, { 'x-error-code': 'EntryNotFound' })
  if (kind === 'cdn' || contentBytes(content) < (repository.largeFrom ?? 0)) return { kind: 'file', content }
  return plain(302, {
    location: `${cdnUrl}${path.replace('/resolve/', '/cdn/')}`,
    ...{ 'x-repo-commit': repository.commit, 'x-linked-size': String(contentBytes(content)) },
    'x-linked-etag': etagOf(content),
  })
}

function send(reply: Reply, misdeed: Misdeed | null, noted: HubRequest, response: ServerResponse): void {
  const onSent = (bytes: number): void => void (noted.bytesSent += bytes)
  if (reply.kind === 'hangUp') response.socket?.destroy()
  else if (reply.kind === 'plain') {
    const body = Buffer.from(reply.body ?? '')
    response.writeHead(reply.status, { ...corsHeaders, 'content-length': body.length, ...reply.headers }).end(body)
    onSent(body.length)
  } else if (reply.kind === 'file') {
    const isHead = noted.method === 'HEAD'
    sendFile({ content: reply.content, range: noted.range, misdeed, isHead, onSent }, response)
  }
}

function noteOf(request: IncomingMessage): HubRequest {
  const path = request.url ?? '/'
  const { kind, file } = hubPlaceOf(path)
  const [, begin, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
  const range = begin === undefined ? null : { begin: Number(begin), end: last ? Number(last) + 1 : Infinity }
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]))
  return { method: request.method ?? '', path, stage: kind, file, range, headers, status: 0, bytesSent: 0 }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
