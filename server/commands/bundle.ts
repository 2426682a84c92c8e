// Bundles the server and its workers, so that production starts plain JavaScript.
import { build } from 'esbuild'
import { bundleVerifier } from '../ballots/bundle-verifier.ts'

await build({
  entryPoints: {
    index: 'server/index.ts',
    'rendering-worker': 'server/rendering/worker.ts',
    'counting-worker': 'server/counting/worker.ts',
  },
  outdir: 'build/server',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  external: ['vite'],
})

// Offered beside the ballots of every secret vote.
await bundleVerifier('build/client/pruefen.mjs')
