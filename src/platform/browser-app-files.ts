import type { AppFiles } from './app-files-port.ts'

/** Absolute address of the app's root, wherever a host put it; ends in `/`. */
export const appRoot = new URL('./', document.baseURI).href

async function fetchOwn(path: string): Promise<Response> {
  const response = await fetch(new URL(path, appRoot), { credentials: 'omit' })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response
}

export const browserAppFiles: AppFiles = {
  readText: async (path) => (await fetchOwn(path)).text(),
  readJson: async (path) => (await fetchOwn(path)).json() as Promise<unknown>,
}
