// Loaded before a built server that shall have a hole: its text is changed while it is read, the files stay as they are.
import { register } from 'node:module'

register('./hole-reader.js', import.meta.url, { data: JSON.parse(process.env.PROBE_HOLES ?? '[]') })
