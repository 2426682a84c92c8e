// A meeting many look on at: from the chair's click to every screen, beside a bare broadcast of the same bytes; and three
// hundred people who vote within five seconds.
import { undoMs } from '#app/domain/meetings/steps.ts'
import { doJobs } from '#server/jobs.ts'
import type { Aim, Bar, Cell, Part, Table } from '../part.ts'
import { type Chair, chairAt } from '../running/chair.ts'
import { percentile } from '../running/cost.ts'
import { bareFanOut } from '../running/floor.ts'
import { type Fanout, fanOut, pause } from '../running/readers.ts'
import { keptBallots, type Voted, voteTogether } from '../running/voting-together.ts'
import { furnishTown } from '../town/furnished.ts'
import { type Meeting, openMeeting, setTable } from '../town/meetings.ts'

const members = 17
const crowds = [1000, 2000]
/** With the three that warm up, fewer than hands were raised. */
const calls = 12
/** Opened and closed in turn, each after the ten seconds a vote is open at least and the count of the one before. */
const votes = 5
const everyMs = 600
const voters = 300
const withinMs = 5000
const table = { slug: 'runder-tisch', kind: 'round-table' } as const
const assembly = { slug: 'versammlung', kind: 'working-group' } as const

export const meetings: Part = {
  name: 'meetings',
  about: `from the chair's click to every screen at 1,000 and 2,000 onlookers, beside a bare broadcast; ${voters} people voting within five seconds`,
  async run(bench) {
    bench.say('setting the table')
    const { town, file, furnished } = await furnishTown(async (place) => {
      const round = await setTable(place, table, members)
      const many = await setTable(place, assembly, voters)
      const watched: Meeting[] = []
      for (const _ of crowds) watched.push(await openMeeting(place, round, table.slug, members))
      const voting = await openMeeting(place, many, assembly.slug, 0)
      while (await doJobs(place.platform)) {}
      return { round, many, watched, voting }
    })
    const seen: Seen[] = []
    for (const [index, sockets] of crowds.entries()) {
      const server = await bench.serve(town)
      const { id, number } = furnished.watched[index] as Meeting
      const chair = await chairAt(server.url, number, furnished.round.chair.cookie)
      bench.say(`${sockets} onlookers`)
      const watching = { sockets, topic: `meeting:${id}`, pattern: '"turn":(\\d+)' }
      const called = await fanOut(server, {
        ...{ ...watching, posts: calls, everyMs },
        post: () => chair.click('call', { request: '', note: '' }),
      })
      bench.say('votes are opened and closed')
      const voted = await fanOut(server, { ...watching, posts: votes, everyMs, ...openAndClose(chair) })
      chair.close()
      await server.stop()
      const floor = await bareFanOut(bench, { sockets, posts: calls, everyMs, bytes: called.bytes })
      seen.push({ sockets, called, voted, floor })
    }
    const server = await bench.serve(town)
    bench.say(`${voters} people vote`)
    const chair = await chairAt(server.url, furnished.voting.number, furnished.many.chair.cookie)
    const vote = await voteTogether(server, chair, furnished.voting, furnished.many.members, withinMs)
    chair.close()
    await server.stop()
    return [screens(seen), together(vote, keptBallots(file, vote.pollId))]
  },
}

/** Even turns open, odd ones close. */
function openAndClose(chair: Chair) {
  return {
    before: (index: number) => pause(index % 2 === 1 ? 12_500 : 0),
    post: (index: number) =>
      index % 2 === 1
        ? chair.click('close-vote')
        : chair.click('open-vote', {
            question: 'Wird das angenommen?',
            label: 'mood',
            way: 'open',
            motion: '',
          }),
  }
}

interface Seen {
  readonly sockets: number
  readonly called: Fanout
  readonly voted: Fanout
  readonly floor: Fanout
}

function screens(seen: readonly Seen[]): Table {
  const rows: Cell[][] = []
  const aims: Aim[] = []
  const bars: Bar[] = []
  for (const { sockets, called, voted, floor } of seen) {
    const crowd = `${sockets.toLocaleString('en')} onlookers`
    for (const [name, { p50, p99, lost, doubled, cpuUsPerDelivery, bytes }] of [
      ['next speaker called', called],
      ['vote opened or closed', voted],
      ['bare broadcast', floor],
    ] as const)
      rows.push([`${crowd}, ${name}`, p50, p99, lost, doubled, cpuUsPerDelivery, bytes])
    bars.push({ label: `${crowd}, p99 of a call`, ours: called.p99, bare: floor.p99, unit: 'ms' })
    for (const [what, { p99 }] of [
      ['a call', called],
      ['a vote opened or closed', voted],
    ] as const)
      aims.push({
        what: `p99 of ${what} beside the bare broadcast, ${crowd}`,
        ...{ value: p99 / floor.p99, limit: 1.5, better: 'less', unit: '×' },
      })
    aims.push({
      what: `messages lost or doubled, ${crowd}`,
      value: called.lost + called.doubled + voted.lost + voted.doubled,
      ...{ limit: 0, better: 'less', unit: '' },
    })
  }
  return {
    title: `From the chair's click to every screen, ${members} members at the table`,
    columns: ['live news', 'p50 ms', 'p99 ms', 'lost', 'doubled', 'CPU µs each', 'bytes'],
    ...{ rows, aims, bars },
    note: `Onlookers are guests; each message carries the whole public stand. ${calls} calls, ${votes} votes opened or closed; the time counts from the moment the chair sends the form.`,
  }
}

function together(vote: Voted, kept: { readonly ballots: number; readonly people: number }): Table {
  const afterUndo = vote.countedMs - undoMs
  const lost = voters - kept.people
  const doubled = kept.ballots - kept.people
  return {
    title: `${voters} people vote within ${withinMs / 1000} seconds`,
    columns: ['', 'value'],
    rows: [
      ['all answered after, s', vote.seconds],
      ['a vote, from the press to its answer, p50 ms', percentile(vote.waits, 0.5)],
      ['the same, p99 ms', percentile(vote.waits, 0.99)],
      ['not answered as done', vote.refused],
      ['lost', lost],
      ['doubled', doubled],
      ['yes in the count', vote.counted],
      ["from the chair's click to the closed vote on the screen, ms", vote.closedMs],
      ['to the count, ms', vote.countedMs],
    ],
    note: `Every tenth presses twice. The chair may take a close back for ${undoMs / 1000} seconds; only then is it counted.`,
    aims: [
      {
        what: 'votes lost, doubled or counted wrongly',
        value: Math.abs(lost) + doubled + Math.abs(voters - vote.counted),
        ...{ limit: 0, better: 'less', unit: '' },
      },
      {
        what: 'the closed vote on the screen',
        ...{ value: vote.closedMs / 1000, limit: 1, better: 'less', unit: 's' },
      },
      {
        what: 'the count on the screen once the close can no longer be taken back',
        ...{ value: afterUndo / 1000, limit: 1, better: 'less', unit: 's' },
      },
    ],
  }
}
