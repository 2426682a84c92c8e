// The drafting group writes: the clock begins, section after section comes, and the text is laid open.
import { addClause, editClause, writePlain } from '#app/domain/standards/draft.server.ts'
import { reachMilestone, startProgramme } from '#app/domain/standards/programme.server.ts'
import { addSection, stageSection } from '#app/domain/standards/section.server.ts'
import { foundStandard, publishStandard, setConsultation } from '#app/domain/standards/standard.server.ts'
import type { Scene } from '../scene.ts'
import { chair, editor, type Made, sections } from './made.ts'

/** In the seventh month: six months and a few days ago the clock began. */
const startDaysAgo = 190
const draftDaysAgo = 120

export function draftingScenes(made: Made): readonly Scene[] {
  return [
    { daysAgo: startDaysAgo, play: () => begin(made) },
    { daysAgo: startDaysAgo - 85, play: () => survey(made) },
    ...sections.map((_, place) => ({
      daysAgo: draftDaysAgo - place * 2,
      play: () => draft(made, place),
    })),
    { daysAgo: 95, play: () => revise(made) },
    { daysAgo: 90, play: () => goPublic(made) },
    { daysAgo: 12, play: () => foundSecond(made) },
  ]
}

async function begin(made: Made): Promise<void> {
  const { stage } = made
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
    decision: '14 Ja, 0 Nein, 1 Enthaltung. Die 24 Monate beginnen heute.',
  })
}

async function survey(made: Made): Promise<void> {
  const { stage } = made
  await stage.does(await stage.actor(chair), reachMilestone, {
    standardId: made.standardId,
    slug: 'survey',
    on: stage.moment(startDaysAgo - 85).slice(0, 10),
  })
}

async function draft(made: Made, place: number): Promise<void> {
  const { stage } = made
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

async function revise(made: Made): Promise<void> {
  const { stage } = made
  const by = await stage.actor('jonas')
  for (const [place, { clauses }] of sections.entries()) {
    for (const [at, { text, before, plain }] of clauses.entries()) {
      const clauseId = made.clauses.get(`${place + 1}.${at + 1}`) ?? ''
      if (before !== undefined) await stage.does(by, editClause, { clauseId, text, baseVersion: 1 })
      if (plain !== undefined) await stage.does(by, writePlain, { clauseId, text: plain })
    }
  }
}

async function goPublic(made: Made): Promise<void> {
  const { stage } = made
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

async function foundSecond({ stage }: Made): Promise<void> {
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
