// Reads vitest's JSON report and closes a test run: the skipped tests by name, the failed steps, and as
// last line "N passed, N failed, N skipped". Usage: summary.ts REPORT EXIT_CODE_OF_VITEST [failed step …]
import { existsSync, readFileSync } from 'node:fs'

interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

const [reportFile = '', exitCode = '1', ...failedSteps] = process.argv.slice(2)
const files = existsSync(reportFile)
  ? (JSON.parse(readFileSync(reportFile, 'utf8')) as Report).testResults
  : []
const tests = files.flatMap((file) => file.assertionResults)

const passed = tests.filter((test) => test.status === 'passed').length
const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed')
let failed = tests.filter((test) => test.status === 'failed').length + failedSteps.length

// A file that could not be loaded, or whose hooks failed, has no failed test of its own.
for (const file of files) {
  if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) {
    failed += 1
    console.log(`Failed as a whole: ${file.name}`)
  }
}
// vitest ends with an error when something was thrown outside of any test, or when it found no test at all.
if (exitCode !== '0' && failed === failedSteps.length) {
  failed += 1
  console.log('The tests ended with an error that belongs to no single test.')
}
if (skipped.length > 0) console.log(`Skipped:\n${skipped.map((test) => `  ${test.fullName}`).join('\n')}`)
if (failedSteps.length > 0) console.log(`Failed steps: ${failedSteps.join(', ')}`)
console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
