import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import {
  contentSecurityPolicy,
  downloaderPage,
  downloaderSecurityPolicy,
  securityHeadersFor,
} from './src/platform/content-security-policy.ts'

export default defineConfig({
  // Relative, so that the built folder works wherever a static host puts it.
  base: './',
  plugins: [
    react(),
    policyInPage(),
    securityHeaders(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: null,
      manifest: {
        id: './',
        name: '문진 Munjin',
        short_name: '문진',
        description:
          '내 컴퓨터에서만 돌아가는 의학 문항 학습 도구. A medical study tool that runs on your own machine.',
        lang: 'ko',
        start_url: './',
        display: 'standalone',
        background_color: '#FBFAF7',
        theme_color: '#0B6E69',
        icons: [
          { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
      workbox: {
        // The shell, the engine, the banks and what is looked up; models lie in WebLLM's own caches and are never precached.
        globPatterns: [
          '**/*.{js,css,html,svg,png,woff2}',
          'assets/sql-wasm*.wasm',
          'assets/*.json',
          'banks/*.json',
          'reference/*.json',
          'cards/*.md',
          'models/*/*/card.*.md',
        ],
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
        navigateFallback: 'index.html',
        cleanupOutdatedCaches: true,
        inlineWorkboxRuntime: true,
      },
    }),
  ],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    // An inlined font would be a `data:` address, which `font-src 'self'` refuses.
    assetsInlineLimit: 0,
    // The engine is one 6 MB library in a worker of its own; a warning about it at every build would hide others.
    chunkSizeWarningLimit: 8000,
    rolldownOptions: { input: ['index.html', downloaderPage] },
  },
  server: { port: 5173 },
  preview: { port: 4173 },
})

/** Puts the policy into the built page. The development server needs inline scripts and is left alone. */
function policyInPage(): Plugin {
  return {
    name: 'munjin-policy-in-page',
    apply: 'build',
    transformIndexHtml: (_html, { filename }) => [
      {
        tag: 'meta',
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          content: filename.endsWith(downloaderPage) ? downloaderSecurityPolicy : contentSecurityPolicy,
        },
        injectTo: 'head-prepend',
      },
    ],
  }
}

/** Our own server's headers. Those of Vite's `preview.headers` are the same for every file, and the policy is not. */
function securityHeaders(): Plugin {
  return {
    name: 'munjin-security-headers',
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        const headers = securityHeadersFor(new URL(request.url ?? '/', 'http://localhost').pathname)
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
        next()
      })
    },
  }
}
