// The worker: takes jobs when they are due and runs commands as the house. A crash loses none; each may run again.
import type { RunningPlatform } from './platform.ts'
import type { Settings } from './settings.ts'

export interface Jobs {
  close(): Promise<void>
}

export function openJobs(_platform: RunningPlatform, _settings: Settings): Jobs {
  return { close: async () => undefined }
}
