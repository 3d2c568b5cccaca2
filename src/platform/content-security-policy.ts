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
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
]

export const contentSecurityPolicy = directives.join('; ')

/** For headers alone: browsers ignore `frame-ancestors` in a `<meta>`. */
export const contentSecurityPolicyHeader = [...directives, "frame-ancestors 'none'"].join('; ')
