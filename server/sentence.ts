/** What went wrong, for the log. */
export function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
