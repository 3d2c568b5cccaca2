/**
 * Starts a module worker so that this document's Content-Security-Policy binds it.
 *
 * A policy in a `<meta>` does not bind a worker whose script came from the network, and a static host sends no header.
 * A worker started from a `blob:` inherits the policy of whoever starts it; its one line imports the real script.
 *
 * @param scriptUrl absolute
 * @returns the worker, and how to end it
 */
export function startBlobWorker(
  scriptUrl: string,
  name: string,
): { readonly worker: Worker; readonly end: () => void } {
  const bootstrap = URL.createObjectURL(new Blob([`import ${JSON.stringify(scriptUrl)}`], { type: 'text/javascript' }))
  const worker = new Worker(bootstrap, { type: 'module', name })
  return {
    worker,
    end() {
      worker.terminate()
      URL.revokeObjectURL(bootstrap)
    },
  }
}
