import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import browserslistToTargets from './app/styles/targets.js'
import remixOptions from './remix.config.js'

const pieces =
  /\/app\/(components\/[\w-]+\.tsx|i18n\/(address|dates|languages|numbers)\.tsx?|live\/(connection|use-live|use-spoken)\.ts)$/

/** What almost every live page draws with comes in one piece: twenty small ones cost more than what a page leaves unused. */
function chunkOf(id: string): string | undefined {
  if (/\/node_modules\/(react|react-dom|scheduler|@remix-run)\//.test(id)) return 'framework'
  return pieces.test(id) ? 'pieces' : undefined
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: process.env.VITEST ? [] : [remix(remixOptions)],
  css: { transformer: 'lightningcss', lightningcss: { targets: browserslistToTargets } },
  // In development everything is found before the first page is asked for; found later, React would be there twice.
  optimizeDeps: { entries: ['app/entry.client.tsx', 'app/root.tsx', 'app/routes/**/*.tsx'] },
  build: {
    cssMinify: 'lightningcss',
    target: 'es2020',
    assetsInlineLimit: 0,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: chunkOf } },
  },
}))
