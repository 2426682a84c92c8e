import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Long files come first: what starts last would keep one worker waiting for the other. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rest = await super.sort(files)
    const long = rest.filter(({ moduleId }) => /\/tests\/(gates\/gates|demo|probe)\//.test(moduleId))
    return [...long, ...rest.filter((file) => !long.includes(file))]
  }
}
