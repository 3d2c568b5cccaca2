import engineScriptUrl from '#engine/webllm/worker/engine.worker.ts?worker&url'

/** Where the built worker script lies; the one place that names it, so that it is built once. */
export { engineScriptUrl }
