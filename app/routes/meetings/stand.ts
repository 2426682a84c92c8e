import type { LoaderFunctionArgs } from '@remix-run/node'
import { getMeetingByNumber } from '#app/domain/meetings/meeting.server.ts'
import { readOwnStand } from '#app/domain/meetings/own-stand.server.ts'
import { readStand } from '#app/domain/meetings/stand.server.ts'
import { enter } from '#app/http/door.server.ts'

/** The small address of the meeting's screens: how it stands, and what is one's own. */
export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const meeting = await door.find(getMeetingByNumber(door.ask, Number(door.params.number)))
  const stand = await readStand(door.ask, meeting)
  const own = await readOwnStand(door.ask, meeting, stand)
  // A projector that was frozen goes on showing that moment.
  const frozen = door.url.searchParams.has('leinwand') && stand.frozenAt !== null
  const shown = frozen
    ? { ...(await readStand(door.ask, meeting, stand.frozenAt)), projector: 'frozen' }
    : stand
  return Response.json({ stand: shown, own }, { headers: { 'Cache-Control': 'no-store' } })
}
