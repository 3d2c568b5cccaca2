import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'

export interface StaticServer {
  /** Ends in `/`. */
  readonly url: string
  /** Paths that were asked for, in order. */
  readonly requests: string[]
  /** Breaks every connection, as an unplugged network would, or stops doing so. */
  setDown(isDown: boolean): void
  close(): Promise<void>
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** Headers of a file by its path. */
export type HeadersFor = (path: string) => Readonly<Record<string, string>>

/** A folder served as the plainest static host would: no header beyond the content type, unless some are given. */
export async function serveFolder(folder: string, headersFor: HeadersFor = () => ({})): Promise<StaticServer> {
  const requests: string[] = []
  let down = false
  const server = createServer((request, response) => {
    if (down) {
      request.socket.destroy()
      return
    }
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    requests.push(path)
    const file = normalize(join(folder, decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path)))
    stat(file).then(
      (found) => {
        if (!file.startsWith(folder + sep) || !found.isFile()) {
          response.writeHead(404).end()
          return
        }
        const type = contentTypes[extname(file)] ?? 'application/octet-stream'
        response.writeHead(200, { 'content-type': type, 'content-length': found.size, ...headersFor(path) })
        createReadStream(file).pipe(response)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    requests,
    setDown(isDown) {
      down = isDown
      if (isDown) server.closeAllConnections()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
