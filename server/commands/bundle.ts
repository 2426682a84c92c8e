// Bundles the server, its pages and its workers with the packages they use: a start then reads a few files, not two thousand.
import { type BuildOptions, build } from 'esbuild'
import { bundleProgram } from '../ballots/bundle-program.ts'
import { compressFiles } from './compress.ts'

const server: BuildOptions = {
  outdir: 'build/server',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  // The sources themselves are on the disk; a map that carries them again is slow to read when an error is logged.
  sourcesContent: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  // Packages of the older kind ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'\nconst require = requireFrom(import.meta.url)",
  },
  // Bare imports of what has no effect by itself are left out, as they should be.
  logOverride: { 'ignored-bare-import': 'silent' },
}

await build({
  ...server,
  entryPoints: { index: 'server/index.ts', 'whole-pages': 'build/server/pages.js' },
  // What both use is there once: React knows its own contexts only.
  splitting: true,
  // Compiled for the machine, only for development, or taken hold of by tests that break a server on purpose.
  external: ['better-sqlite3', 'sharp', 'pg-native', 'vite', 'socket.io', 'rate-limiter-flexible'],
})

await build({
  ...server,
  entryPoints: {
    'rendering-worker': 'server/rendering/worker.ts',
    'documents-worker': 'server/documents/worker.ts',
    'counting-worker': 'server/counting/worker.ts',
  },
  // jsdom looks for a file of its own, which only pages that load something need.
  define: { ...server.define, 'require.resolve': 'undefined' },
})

// Offered beside the ballots of every secret vote.
await bundleProgram('server/ballots/pruefen.ts', 'build/client/pruefen.mjs')

// For the committee that signs as the second one, on a machine of its own.
await bundleProgram('server/signer/program.ts', 'build/client/zweite-unterschrift.mjs')

compressFiles('build/client')
