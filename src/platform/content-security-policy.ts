/**
 * The promise that nothing leaves the machine, as browsers enforce it: the app may connect to where it came from and to
 * nowhere else.
 *
 * `wasm-unsafe-eval` lets the engine run its WebAssembly; `blob:` workers are how the page's policy binds the engine
 * (see `engine/worker-line.ts`). The same text stands in the page's `<meta>` and in our own server's headers, which bind
 * the service worker too.
 */
const directives: readonly string[] = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
]

/**
 * The one exception, in a document of its own: the downloader may ask any host that the student names for the files of
 * a model. It draws nothing, and all it is ever told is which model to get (see `supply/frame-line.ts`).
 */
const downloaderDirectives: readonly string[] = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
]

/** The downloader's document, beside the app's own. */
export const downloaderPage = 'downloader.html'

export const contentSecurityPolicy = directives.join('; ')
export const downloaderSecurityPolicy = downloaderDirectives.join('; ')

/** For headers alone: browsers ignore `frame-ancestors` in a `<meta>`. */
export const contentSecurityPolicyHeader = [...directives, "frame-ancestors 'none'"].join('; ')
export const downloaderSecurityPolicyHeader = [...downloaderDirectives, "frame-ancestors 'self'"].join('; ')

/** What our own server says with the file of a path. */
export function securityHeadersFor(path: string): Readonly<Record<string, string>> {
  const isDownloader = path.endsWith(`/${downloaderPage}`)
  return {
    'Content-Security-Policy': isDownloader ? downloaderSecurityPolicyHeader : contentSecurityPolicyHeader,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
  }
}
