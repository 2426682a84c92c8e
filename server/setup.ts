// The first start: prints the one link with which the first operator sets up the town. Nothing is public before.
import { system } from '#app/domain/actor.ts'
import { offerSetUp } from '#app/domain/people/town.server.ts'
import { run } from '#app/domain/run.server.ts'
import type { RunningPlatform } from './platform.ts'

/** Gives the link that was printed, or null when somebody runs the platform already. */
export async function printSetUpLink(
  platform: RunningPlatform,
  print: (line: string) => void = console.info,
): Promise<string | null> {
  const offered = await run(platform, system, offerSetUp, null)
  if (!offered.ok || offered.value === null) return null
  const link = `${platform.baseUrl}/einrichten/${offered.value}`
  print(`Stimmtisch is not set up yet. Open this link once, in your own browser:\n  ${link}`)
  return link
}
