// Tells open pages what changed. The only place that emits, and it asks the same policy as the page.
import type { Server as HttpServer } from 'node:http'
import type { RunningPlatform } from './platform.ts'
import type { Settings } from './settings.ts'

export interface Live {
  close(): Promise<void>
}

export function openLive(_server: HttpServer, _platform: RunningPlatform, _settings: Settings): Live {
  return { close: async () => undefined }
}
