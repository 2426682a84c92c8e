// Writes pruefen.mjs: the verifier with the counts, in one file without dependencies, readable by whoever opens it.
import { build } from 'esbuild'

export async function bundleVerifier(outfile: string): Promise<void> {
  await build({
    entryPoints: ['server/ballots/pruefen.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
  })
}
