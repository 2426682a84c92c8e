// Whatever writes to console.error during a test makes that test fail. A test that expects such a line
// replaces console.error itself (`vi.spyOn(console, 'error').mockImplementation(…)`).
import { format } from 'node:util'
import { afterAll, afterEach } from 'vitest'

const written: string[] = []
const print = console.error.bind(console)

console.error = (...values: unknown[]) => {
  written.push(format(...values))
  print(...values)
}

afterEach(failIfWritten)
afterAll(failIfWritten)

function failIfWritten(): void {
  const lines = written.splice(0)
  if (lines.length > 0) throw new Error(`console.error was called:\n${lines.join('\n')}`)
}
