// Writes a program for machines that have only Node: one file without dependencies, readable by whoever opens it.
import { build } from 'esbuild'

export async function bundleProgram(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
  })
}
