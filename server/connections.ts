// How many may be connected at once: as many as the system lets this process have open, less what the house needs itself.
import { readFileSync } from 'node:fs'

/** The database, pictures, mails and threads: without a file to write to, nothing that is asked for could be kept. */
const ownFiles = 80

/** Whoever comes when all places are taken is hung up on at once, and a browser tries again; nobody waits for nothing. */
export function mostConnections(): number {
  const open = openFiles()
  return Math.max(32, open - Math.max(ownFiles, Math.round(open / 20)))
}

function openFiles(): number {
  try {
    const line = /^Max open files\s+(\d+|unlimited)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1]
    return line === undefined || line === 'unlimited' ? 1_000_000 : Number(line)
  } catch {
    // Elsewhere than on Linux nobody says it in a file.
    return 1_000_000
  }
}
