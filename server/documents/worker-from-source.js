// Loads the reading thread from its TypeScript source, since a thread does not take over tsx from its process.
import { register } from 'tsx/esm/api'

register()
await import('./worker.ts')
