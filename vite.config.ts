import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import browserslistToTargets from './app/styles/targets.js'
import remixOptions from './remix.config.js'

export default defineConfig({
  plugins: process.env.VITEST ? [] : [remix(remixOptions)],
  css: { transformer: 'lightningcss', lightningcss: { targets: browserslistToTargets } },
  // In development everything is found before the first page is asked for; found later, React would be there twice.
  optimizeDeps: { entries: ['app/entry.client.tsx', 'app/root.tsx', 'app/routes/**/*.tsx'] },
  build: { cssMinify: 'lightningcss', target: 'es2020', assetsInlineLimit: 0 },
})
