import { defineConfig } from 'vite'

/** Builds the harness page beside the app's public files. See `harness.ts`. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: '../../public',
  base: './',
  worker: { format: 'es' },
  build: { outDir: '../output/harness', emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 8000 },
})
