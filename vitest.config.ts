import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/order.ts'

export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/cluster.ts'],
    setupFiles: ['tests/setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Generous, since nothing here measures time: a machine that does several things at once is no fault of the town.
    testTimeout: 60_000,
    hookTimeout: 240_000,
    // A browser on a crowded machine may miss its moment once; what fails twice is broken. The report names second tries.
    retry: process.env.CI ? 1 : 0,
  },
})
