import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import QRCode from 'qrcode'
import { Projector } from '#app/components/meetings/projector.tsx'
import { guest } from '#app/domain/actor.ts'
import { getMeetingByNumber } from '#app/domain/meetings/meeting.server.ts'
import { readStand } from '#app/domain/meetings/stand.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'table', live: ['bodies', 'meetings', 'polls'], bare: true }

/** On the wall hangs what the public may see, whoever opened the page: a chair's laptop shows no more than a guest's. */
export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const meeting = await door.find(getMeetingByNumber(door.ask, Number(door.params.number)))
  const ask = { ...door.ask, actor: guest }
  const now = await readStand(ask, meeting)
  const stand =
    now.frozenAt === null
      ? now
      : { ...(await readStand(ask, meeting, now.frozenAt)), projector: 'frozen' as const }
  const address = `${door.platform.baseUrl}/runder-tisch/sitzungen/${meeting.number}`
  const code = QRCode.create(address, { errorCorrectionLevel: 'M' }).modules
  return {
    title: door.t('meetings:projector.title', { title: meeting.title }),
    meetingId: meeting.id,
    stand,
    address: address.replace(/^https?:\/\//, ''),
    code: { size: code.size, path: pathOf(code.size, (x, y) => code.get(y, x) === 1) },
  }
}

/** Each dark square as one step of a path: sharp at any size and without a picture file. */
function pathOf(size: number, isDark: (x: number, y: number) => boolean): string {
  const squares: string[] = []
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) if (isDark(x, y)) squares.push(`M${x} ${y}h1v1h-1z`)
  }
  return squares.join('')
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export type ProjectorPage = ReturnType<typeof useLoaderData<typeof loader>>

export default function ProjectorView() {
  return <Projector page={useLoaderData<typeof loader>()} />
}
