// Reference data lives beside the project, never in it; a test that needs it is skipped by name where it is missing.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const folder = resolve(process.env.STIMMTISCH_REFERENCE_DATA ?? '../shared/data')

/** For `test.skipIf(isMissing('security/xss.json'))`. */
export function isMissing(file: string): boolean {
  return !existsSync(resolve(folder, file))
}

export function readReference<Shape>(file: string): Shape {
  return JSON.parse(readFileSync(resolve(folder, file), 'utf8')) as Shape
}
