// What the two databases call the same mishap.

/** A second row where only one may be: the constraint speaks, not a check before it. */
export function isUniqueViolation(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === '23505'
}

/** Somebody else holds the lock; the same work may succeed a moment later. */
export function isBusy(error: unknown): boolean {
  const code = codeOf(error)
  return code.startsWith('SQLITE_BUSY') || code === '40001' || code === '40P01'
}

/** The disk is full or the file cannot be written: reading goes on, writing is refused with a sentence. */
export function isStorageFull(error: unknown): boolean {
  const code = codeOf(error)
  return /^(SQLITE_FULL|SQLITE_IOERR.*|53100|ENOSPC|EDQUOT)$/.test(code)
}

/** The database cannot be reached at the moment, such as while it is started anew; it will be there again. */
export function isDatabaseAway(error: unknown): boolean {
  const code = codeOf(error)
  // Class 57P: the server is going down or coming up. Class 08 and E…: the line to it broke. 53300: too many lines.
  if (/^(57P0[1-3]|08\w{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|53300)$/.test(code)) return true
  // No file can be opened at the moment, ours or the database's.
  if (/^(EMFILE|ENFILE|SQLITE_CANTOPEN.*)$/.test(code)) return true
  return (
    error instanceof Error &&
    /Connection terminated|not queryable|timeout exceeded when trying to connect/.test(error.message)
  )
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
