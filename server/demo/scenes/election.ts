// The Council's election, from the announcement to the terms: roll, candidatures, ballots, paper, a lot, an objection.
import { handIn, listCandidates } from '#app/domain/elections/candidature.server.ts'
import {
  announceElection,
  beginElection,
  getAnnounced,
  saveStep,
} from '#app/domain/elections/election.server.ts'
import type { ElectionRules } from '#app/domain/elections/election.ts'
import {
  decideElectionObjection,
  listElectionObjections,
  objectToElection,
  objectToRoll,
} from '#app/domain/elections/objection.server.ts'
import { noteOtherWay } from '#app/domain/polls/ballots/envelope.server.ts'
import { enterPaper } from '#app/domain/polls/ballots/paper.server.ts'
import { castBallot } from '#app/domain/polls/cast.server.ts'
import { drawLots } from '#app/domain/polls/count.server.ts'
import { cast } from '../cast.ts'
import type { Stage } from '../stage.ts'
import { blankVoter, candidatures, councilModerator, onPaper } from '../story/council.ts'
import { hour, type Scene } from './scene.ts'

export function electionScenes(stage: Stage): readonly Scene[] {
  return [
    announcing(stage),
    ...candidatures.map((one, place) => standing(stage, one, 86 - place)),
    ...rollObjection(stage),
    ...voting(stage),
    ...counting(stage),
    ...objecting(stage),
    // Terms begin by themselves; from then on everybody is looked up anew.
    { daysAgo: 24, play: async () => stage.forgetActors() },
  ]
}

function announcing(stage: Stage): Scene {
  return {
    daysAgo: 88,
    play: async () => {
      const amina = await stage.actor('amina')
      const { number } = await stage.does(amina, beginElection, null)
      await stage.does(amina, saveStep, { number, answers: rulesOf(stage) })
      await stage.does(amina, announceElection, { number })
    },
  }
}

function rulesOf(stage: Stage): ElectionRules {
  const day = (daysAgo: number) => stage.moment(daysAgo).slice(0, 10)
  return {
    title: 'Wahl des Sprecherrats',
    about:
      'Alle zwei Jahre wählen die Kulturschaffenden sieben Menschen, die für sie sprechen. Fünf Sparten haben einen Sitz sicher.',
    electorate: 'creators',
    minimumAge: '16',
    cutOffOn: day(75),
    candidatesUntil: day(70),
    opensOn: day(60),
    opensHour: 8,
    closesOn: day(46),
    closesHour: 18,
    objectionDays: 10,
    seats: 7,
    branches: [
      { name: 'Musik', minimum: 1 },
      { name: 'Bildende Kunst', minimum: 1 },
      { name: 'Theater und Tanz', minimum: 1 },
      { name: 'Literatur', minimum: 1 },
      { name: 'Film und Foto', minimum: 1 },
      { name: 'Brauchtum', minimum: 0 },
    ],
    method: 'multiple-choice',
    votes: 7,
    runOff: 'lot',
    runOffDays: 7,
    paper: 'yes',
    termFrom: day(25),
    termMonths: 24,
  }
}

/** The one election of the story. */
const number = 1

async function election(stage: Stage) {
  return getAnnounced(stage.platform.database.read, number)
}

function standing(stage: Stage, { by, wants, time }: (typeof candidatures)[number], daysAgo: number): Scene {
  const roles = cast.find(({ handle }) => handle === by)?.roles ?? []
  const made = roles.flatMap((role) => (role.kind === 'creator' ? [role] : []))[0]
  return {
    daysAgo,
    play: async () =>
      stage.does(await stage.actor(by), handIn, {
        number,
        branch: made?.branch ?? '',
        does: made?.does ?? '',
        wants,
        time,
      }),
  }
}

/** Somebody asks for a person who is not confirmed yet; the Council says no. */
function rollObjection(stage: Stage): readonly Scene[] {
  return [
    {
      daysAgo: 73,
      play: async () =>
        stage.does(await stage.actor('selin'), objectToRoll, {
          number,
          about: 'missing',
          person: 'priya',
          text: 'Priya tanzt und unterrichtet hier seit einem Jahr. Sie fehlt im Verzeichnis.',
        }),
    },
    {
      daysAgo: 72,
      play: async () => {
        const { id } = await election(stage)
        const [objection] = await listElectionObjections(stage.platform.database.read, id)
        await stage.does(await stage.actor('ruben'), decideElectionObjection, {
          objectionId: objection?.id ?? '',
          outcome: 'rejected',
          reason: 'Ihre Angabe ist noch nicht bestätigt. Am Stichtag stand sie nicht im Verzeichnis.',
        })
      },
    },
  ]
}

/** Everybody on the roll by handle, but whoever votes blank. */
function voters(): readonly string[] {
  return cast
    .filter(({ roles }) => roles.some((role) => role.kind === 'creator' && !role.waiting))
    .map(({ handle }) => handle)
    .filter((handle) => handle !== blankVoter)
}

/** Gives every name its marks, voter after voter, so that nobody has more than their seven. */
function marksOf(handle: string): readonly string[] {
  const all = voters()
  const place = all.indexOf(handle)
  let next = 0
  return candidatures.flatMap(({ by, marks }) => {
    const first = next
    next = (next + marks) % all.length
    return (place - first + all.length) % all.length < marks ? [by] : []
  })
}

async function keysOf(stage: Stage, handles: readonly string[]): Promise<readonly string[]> {
  const candidates = await listCandidates({ db: stage.platform.database.read }, await election(stage))
  const ids = handles.map((handle) => stage.accounts.get(handle))
  return candidates
    .filter(({ accountId }) => ids.includes(accountId))
    .map(({ optionKey }) => optionKey ?? '')
    .sort((a, b) => Number(a) - Number(b))
}

function voting(stage: Stage): readonly Scene[] {
  const online = voters().filter((handle) => !(onPaper as readonly string[]).includes(handle))
  return [
    ...online.map((handle, place) => ({
      daysAgo: 58 - place * 0.6,
      play: async () =>
        stage.does(await stage.actor(handle), castBallot, {
          pollId: (await election(stage)).pollId ?? '',
          choice: { kind: 'ticks', options: await keysOf(stage, marksOf(handle)) },
          reason: null,
        }),
    })),
    {
      daysAgo: 49,
      play: async () =>
        stage.does(await stage.actor(blankVoter), castBallot, {
          pollId: (await election(stage)).pollId ?? '',
          choice: { kind: 'blank' },
          reason: null,
        }),
    },
    ...onPaper.map((handle, place) => ({
      daysAgo: 50 - place * hour,
      play: async () =>
        stage.does(await stage.actor('amina'), noteOtherWay, {
          pollId: (await election(stage)).pollId ?? '',
          accountId: stage.accounts.get(handle) ?? '',
          way: 'paper',
        }),
    })),
  ]
}

/** Two enter the paper, once with a slip; then the lot decides the last seat. */
function counting(stage: Stage): readonly Scene[] {
  const sheets = () =>
    Promise.all(onPaper.map(async (handle) => (await keysOf(stage, marksOf(handle))).join(',')))
  const enters = (by: string, daysAgo: number, slip: boolean): Scene => ({
    daysAgo,
    play: async () => {
      const lines = await sheets()
      await stage.does(await stage.actor(by), enterPaper, {
        pollId: (await election(stage)).pollId ?? '',
        lines: slip ? [...lines.slice(0, -1), '-'] : lines,
      })
    },
  })
  return [
    enters('ruben', 44.9, false),
    enters('amina', 44.8, true),
    enters('amina', 44.7, false),
    { daysAgo: 44, play: () => drawLot(stage) },
  ]
}

/** Two dice, thrown before everybody, until they say something the story can go on with. */
async function drawLot(stage: Stage): Promise<void> {
  const pollId = (await election(stage)).pollId ?? ''
  const [lena = ''] = await keysOf(stage, ['lena'])
  const [selin = ''] = await keysOf(stage, ['selin'])
  const options = (await listCandidates({ db: stage.platform.database.read }, await election(stage))).map(
    ({ optionKey }) => optionKey ?? '',
  )
  const keys = [...options].sort((a, b) => Number(a) - Number(b))
  const seed = throws().find((thrown) => {
    const order = stage.platform.drawLots(thrown, keys)
    return order.indexOf(lena) < order.indexOf(selin)
  })
  await stage.does(await stage.actor('amina'), drawLots, { pollId, seed: seed ?? '' })
}

function throws(): readonly string[] {
  const faces = [3, 5, 2, 6, 1, 4]
  return faces.flatMap((one) => faces.map((other) => `${one}-${other}-${(one + other) % 6 || 6}`))
}

function objecting(stage: Stage): readonly Scene[] {
  return [
    {
      daysAgo: 41,
      play: async () =>
        stage.does(await stage.actor('samir'), objectToElection, {
          number,
          text: 'Mein Brief kam erst zwei Tage vor dem Schluss. Das war zu knapp.',
        }),
    },
    {
      daysAgo: 37,
      play: async () => {
        const { id } = await election(stage)
        const objections = await listElectionObjections(stage.platform.database.read, id)
        const objection = objections.find(({ against }) => against === 'result')
        // The Council's moderator stood for nothing and set nothing up.
        await stage.does(await stage.actor(councilModerator), decideElectionObjection, {
          objectionId: objection?.id ?? '',
          outcome: 'rejected',
          reason:
            'Zwei Tage reichten zum Wählen, und am Bildschirm ging es auch. Künftig gehen Briefe früher hinaus.',
        })
      },
    },
  ]
}
