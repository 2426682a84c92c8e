// The drafting of the first standard, and the nearly empty second one.

import { adoptSections } from '#app/domain/standards/adoption.server.ts'
import { bundleOntoAgenda } from '#app/domain/standards/agenda.server.ts'
import { partsOf } from '#app/domain/standards/amendment-rows.server.ts'
import {
  answerAmendment,
  cosignAmendment,
  recommendOnAmendment,
  withdrawAmendment,
} from '#app/domain/standards/amendments.server.ts'
import { writeCard } from '#app/domain/standards/cards.server.ts'
import { decideAmendment } from '#app/domain/standards/decide.server.ts'
import { declareToWorkBy } from '#app/domain/standards/declarations.server.ts'
import { addClause, editClause, writePlain } from '#app/domain/standards/draft.server.ts'
import { reachMilestone, startProgramme } from '#app/domain/standards/programme.server.ts'
import { proposeAmendment } from '#app/domain/standards/propose.server.ts'
import { addSection, stageSection } from '#app/domain/standards/section.server.ts'
import { foundStandard, publishStandard, setConsultation } from '#app/domain/standards/standard.server.ts'
import { giveTask } from '#app/domain/standards/tasks.server.ts'
import type { Stage } from '../stage.ts'
import { meetingAhead } from '../story/meetings.ts'
import { cards, declarations, tasks } from '../story/standards/after-adoption.ts'
import { amendments } from '../story/standards/amendments.ts'
import { firstHalf } from '../story/standards/first-half.ts'
import { secondHalf } from '../story/standards/second-half.ts'
import type { ClauseAddress, StoryAmendment } from '../story/standards/types.ts'
import { minute, type Scene } from './scene.ts'

const chair = 'berghoff'
const editor = 'kornfeld'

/** In the seventh month: six months and a few days ago the clock began. */
const startDaysAgo = 190
const draftDaysAgo = 120
const sections = [...firstHalf, ...secondHalf]

/** What the story has made so far, by the addresses people say. */
interface Made {
  standardId: string
  readonly sections: string[]
  readonly clauses: Map<ClauseAddress, string>
  readonly amendments: Map<number, string>
}

export function standardScenes(stage: Stage): readonly Scene[] {
  const made: Made = { standardId: '', sections: [], clauses: new Map(), amendments: new Map() }
  return [
    { daysAgo: startDaysAgo, play: () => begin(stage, made) },
    { daysAgo: startDaysAgo - 85, play: () => survey(stage, made) },
    ...sections.map((_, place) => ({
      daysAgo: draftDaysAgo - place * 2,
      play: () => draft(stage, made, place),
    })),
    { daysAgo: 95, play: () => revise(stage, made) },
    { daysAgo: 90, play: () => goPublic(stage, made) },
    ...amendments.flatMap((amendment, place) => amendmentScenes(stage, made, amendment, place + 1)),
    { daysAgo: 39.9, play: () => adoptFirst(stage, made) },
    { daysAgo: 38, play: () => writeCards(stage, made) },
    ...declarations.map((declaration, place) => ({
      daysAgo: 37 - place * 3,
      play: async () =>
        stage.does(await stage.actor(declaration.by), declareToWorkBy, {
          sectionId: made.sections[1] ?? '',
          organisation: declaration.organisation,
          contact: declaration.contact,
        }),
    })),
    { daysAgo: 20, play: () => giveTasks(stage, made) },
    { daysAgo: 12, play: () => foundSecond(stage) },
    { daysAgo: 1.5, play: () => bundle(stage, made) },
  ]
}

export function textsOfStandards(): readonly string[] {
  return [
    ...sections.flatMap(({ clauses }) =>
      clauses.flatMap(({ text, plain, before }) => [text, plain ?? text, before ?? text]),
    ),
    ...amendments.map(({ reason }) => reason),
  ]
}

async function begin(stage: Stage, made: Made): Promise<void> {
  const by = await stage.actor(chair)
  const { id } = await stage.does(by, foundStandard, {
    slug: 'zusammenarbeit',
    title: 'Gut zusammenarbeiten in der Kultur',
    about: 'Klare Regeln für alle, die zusammen Kultur machen: im Hauptamt, auf Honorar und im Ehrenamt.',
    bodySlug: 'ag-standards',
  })
  made.standardId = id
  await stage.does(by, startProgramme, {
    standardId: id,
    on: stage.moment(startDaysAgo).slice(0, 10),
    decision: '13 Ja, 1 Nein, 1 Enthaltung. Die 24 Monate beginnen heute.',
  })
}

async function survey(stage: Stage, made: Made): Promise<void> {
  await stage.does(await stage.actor(chair), reachMilestone, {
    standardId: made.standardId,
    slug: 'survey',
    on: stage.moment(startDaysAgo - 85).slice(0, 10),
  })
}

async function draft(stage: Stage, made: Made, place: number): Promise<void> {
  const section = sections[place]
  if (!section) return
  const by = await stage.actor(editor)
  const { id } = await stage.does(by, addSection, { standardId: made.standardId, title: section.title })
  made.sections.push(id)
  for (const [at, { text, before }] of section.clauses.entries()) {
    const clause = await stage.does(by, addClause, { sectionId: id, text: before ?? text })
    made.clauses.set(`${place + 1}.${at + 1}`, clause.id)
  }
}

async function revise(stage: Stage, made: Made): Promise<void> {
  const by = await stage.actor('jonas')
  for (const [place, { clauses }] of sections.entries()) {
    for (const [at, { text, before, plain }] of clauses.entries()) {
      const clauseId = made.clauses.get(`${place + 1}.${at + 1}`) ?? ''
      if (before !== undefined) await stage.does(by, editClause, { clauseId, text, baseVersion: 1 })
      if (plain !== undefined) await stage.does(by, writePlain, { clauseId, text: plain })
    }
  }
}

async function goPublic(stage: Stage, made: Made): Promise<void> {
  const by = await stage.actor(editor)
  await stage.does(by, publishStandard, { standardId: made.standardId })
  await stage.does(by, setConsultation, {
    standardId: made.standardId,
    from: stage.moment(90).slice(0, 10),
    until: stage.moment(-45).slice(0, 10),
  })
  for (const [place, { stage: far }] of sections.entries()) {
    if (far === 'raw') continue
    const sectionId = made.sections[place] ?? ''
    await stage.does(by, stageSection, { sectionId, stage: far === 'consulted' ? 'consulted' : 'ready' })
  }
}

async function adoptFirst(stage: Stage, made: Made): Promise<void> {
  await stage.does(await stage.actor(chair), adoptSections, {
    standardId: made.standardId,
    sectionIds: made.sections.filter((_, place) => sections[place]?.stage === 'adopted'),
    decision:
      '12 Ja, 2 Nein, 1 Enthaltung, aus jeder Bank mindestens ein Ja. Die Abschnitte 1 und 2 sind beschlossen.',
    link: null,
    reviewOn: stage.moment(-325).slice(0, 10),
  })
}

async function writeCards(stage: Stage, made: Made): Promise<void> {
  const by = await stage.actor('jonas')
  for (const { at, ...words } of cards) {
    await stage.does(by, writeCard, { clauseId: made.clauses.get(at) ?? '', ...words })
  }
}

async function giveTasks(stage: Stage, made: Made): Promise<void> {
  const by = await stage.actor(editor)
  for (const { section, what, owner, inDays } of tasks) {
    await stage.does(by, giveTask, {
      sectionId: made.sections[section - 1] ?? '',
      what,
      ownerId: stage.accounts.get(owner) ?? '',
      dueOn: stage.moment(-inDays).slice(0, 10),
    })
  }
}

/** The ready section and two of its amendments go before the next meeting as one item. */
async function bundle(stage: Stage, made: Made): Promise<void> {
  await stage.does(await stage.actor(editor), bundleOntoAgenda, {
    standardId: made.standardId,
    meetingId: meetingAhead.kept.meetingId,
    title: 'Standard „Gut zusammenarbeiten“: Abschnitt 3 mit zwei Änderungen',
    noGoalReason: 'Ein Standard betrifft alle Ziele.',
    paper: 'Gegenüberstellung',
    amendmentIds: [1, 3].map((number) => made.amendments.get(number) ?? ''),
    sectionIds: [made.sections[2] ?? ''],
  })
}

async function foundSecond(stage: Stage): Promise<void> {
  const { id } = await stage.does(await stage.actor(chair), foundStandard, {
    slug: 'erreichbar',
    title: 'Erreichbar und verständlich',
    about: 'Wie Kulturangebote gefunden und verstanden werden. Der Anfang ist gemacht, mehr noch nicht.',
    bodySlug: 'ag-standards',
  })
  const by = await stage.actor(editor)
  const section = await stage.does(by, addSection, { standardId: id, title: 'Worum es geht' })
  await stage.does(by, addClause, {
    sectionId: section.id,
    text: 'Wer etwas sucht, findet es mit höchstens drei Schritten.',
  })
  await stage.does(by, publishStandard, { standardId: id })
}

function amendmentScenes(
  stage: Stage,
  made: Made,
  amendment: StoryAmendment,
  number: number,
): readonly Scene[] {
  const id = () => made.amendments.get(number) ?? ''
  const { cosigners = [], recommendation, decided, withdrawnDaysAgo } = amendment
  return [
    { daysAgo: amendment.daysAgo, play: () => propose(stage, made, amendment, number) },
    ...cosigners.map((by, place) => ({
      daysAgo: amendment.daysAgo - 1 - place / 3,
      play: async () => stage.does(await stage.actor(by), cosignAmendment, { amendmentId: id(), on: true }),
    })),
    ...(recommendation
      ? [{ daysAgo: recommendation.daysAgo, play: () => recommendOn(stage, id(), recommendation) }]
      : []),
    ...(recommendation?.answer
      ? [
          {
            daysAgo: recommendation.daysAgo - 30 * minute,
            play: async () =>
              stage.does(await stage.actor(amendment.by), answerAmendment, {
                amendmentId: id(),
                answer: recommendation.answer ?? 'agreed',
              }),
          },
        ]
      : []),
    ...(decided
      ? [
          {
            daysAgo: decided.daysAgo,
            play: async () =>
              stage.does(await stage.actor(chair), decideAmendment, {
                amendmentId: id(),
                outcome: decided.outcome,
                decision: decided.sentence,
              }),
          },
        ]
      : []),
    ...(withdrawnDaysAgo === undefined
      ? []
      : [
          {
            daysAgo: withdrawnDaysAgo,
            play: async () =>
              stage.does(await stage.actor(amendment.by), withdrawAmendment, { amendmentId: id() }),
          },
        ]),
  ]
}

async function propose(
  stage: Stage,
  made: Made,
  { by, reason, change, insert, strike }: StoryAmendment,
  number: number,
): Promise<void> {
  const none = { clauseId: null, sectionId: null, afterClauseId: null, baseVersion: null, text: '' }
  const clauseAt = (at: ClauseAddress) => made.clauses.get(at) ?? ''
  const textAt = (at: ClauseAddress) => {
    const [section = 0, clause = 0] = at.split('.').map(Number)
    return sections[section - 1]?.clauses[clause - 1]?.text ?? ''
  }
  const proposed = await stage.does(await stage.actor(by), proposeAmendment, {
    standardId: made.standardId,
    reason,
    parts: [
      ...(change
        ? [
            {
              ...none,
              kind: 'change' as const,
              clauseId: clauseAt(change.at),
              text: textAt(change.at).replace(change.from, change.to),
            },
          ]
        : []),
      ...(insert
        ? [
            {
              ...none,
              kind: 'insert' as const,
              sectionId: made.sections[Number(insert.after.split('.')[0]) - 1] ?? '',
              afterClauseId: clauseAt(insert.after),
              text: insert.text,
            },
          ]
        : []),
      ...(strike ? [{ ...none, kind: 'strike' as const, clauseId: clauseAt(strike) }] : []),
    ],
  })
  made.amendments.set(number, proposed.id)
}

async function recommendOn(
  stage: Stage,
  amendmentId: string,
  { what, reason, words }: NonNullable<StoryAmendment['recommendation']>,
): Promise<void> {
  const parts = await partsOf(stage.platform.database.read, amendmentId)
  const texts = words
    ? Object.fromEntries(parts.map(({ id, text }) => [id, text.replace(words.from, words.to)]))
    : {}
  await stage.does(await stage.actor(editor), recommendOnAmendment, {
    amendmentId,
    recommendation: what,
    reason,
    texts,
  })
}
