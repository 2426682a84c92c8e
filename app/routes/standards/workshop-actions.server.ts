// Every form of a section's workshop page. Two at once lose nothing: the second sees both versions and what merges.
import { data } from '@remix-run/node'
import { writeCard } from '#app/domain/standards/cards.server.ts'
import { getClause } from '#app/domain/standards/clause.server.ts'
import {
  addClause,
  editClause,
  joinClauses,
  mergeWithToday,
  moveClause,
  splitClause,
  strikeClause,
  writePlain,
} from '#app/domain/standards/draft.server.ts'
import { editSection, stageSection } from '#app/domain/standards/section.server.ts'
import {
  cardForm,
  clauseForm,
  newClauseForm,
  sectionForm,
  splitForm,
  stageForm,
  taskForm,
} from '#app/domain/standards/standards.form.ts'
import { finishTask, giveTask } from '#app/domain/standards/tasks.server.ts'
import type { Merge } from '#app/domain/standards/text/merge.ts'
import { cleanPasted } from '#app/domain/standards/text/pasted.ts'
import { clearAside, listAsides } from '#app/domain/standards/workshop/aside.server.ts'
import type { Answer, FormDoor } from '#app/http/door.server.ts'
import { clean } from '#app/http/form.ts'
import type { SectionTable } from '#db/tables.ts'

export interface WorkshopAnswer extends Answer {
  /** Which clause's form it was. */
  readonly clause: string | null
  /** Somebody saved meanwhile: what stood before, what stands now, and how far both merge. */
  readonly met: {
    readonly base: string
    readonly today: string
    readonly version: number
    readonly merge: Merge
  } | null
}

export async function workshopAction(
  door: FormDoor,
  standard: { readonly slug: string },
  section: Pick<SectionTable, 'id' | 'place'>,
) {
  const here = `/standards/${standard.slug}/werkstatt/${section.place}`
  const clauseId = String(door.posted.get('clause') ?? '')
  const at = () => `${here}#absatz-${clauseId}`
  // Whoever sends a form meets the newest words of those who write live.
  await door.platform.settleDraft(section.id)
  switch (door.intent) {
    case 'save':
      return saveClause(door, clauseId, at())
    case 'add-clause': {
      const form = await door.read(newClauseForm)
      if (!form.ok) return told(door, await door.invalid(form.problems), null)
      return door.runAndGo(
        addClause,
        { sectionId: section.id, text: cleanPasted(form.values.text) },
        ({ id }) => `${here}#absatz-${id}`,
      )
    }
    case 'up':
    case 'down':
      return door.runAndGo(moveClause, { clauseId, by: door.intent === 'up' ? -1 : 1 }, at)
    case 'strike':
      return door.runAndGo(strikeClause, { clauseId }, () => here)
    case 'split': {
      const form = await door.read(splitForm)
      if (!form.ok) return told(door, await door.invalid(form.problems), clauseId)
      return door.runAndGo(splitClause, { clauseId, ...form.values }, at)
    }
    case 'join': {
      const form = await door.read(newClauseForm)
      if (!form.ok) return told(door, await door.invalid(form.problems), clauseId)
      const intoId = String(door.posted.get('into') ?? '')
      return door.runAndGo(
        joinClauses,
        { clauseId, intoId, ...form.values },
        () => `${here}#absatz-${intoId}`,
      )
    }
    case 'plain': {
      const form = await door.read(newClauseForm)
      if (!form.ok) return told(door, await door.invalid(form.problems), clauseId)
      return door.runAndGo(writePlain, { clauseId, ...form.values }, at)
    }
    case 'card': {
      const form = await door.read(cardForm)
      if (!form.ok) return told(door, await door.invalid(form.problems), clauseId)
      return door.runAndGo(writeCard, { clauseId, ...form.values }, at)
    }
    case 'stage': {
      const form = await door.read(stageForm)
      if (!form.ok) return told(door, await door.invalid(form.problems), null)
      return door.runAndGo(stageSection, { sectionId: section.id, ...form.values }, () => here)
    }
    case 'section': {
      const form = await door.read(sectionForm)
      if (!form.ok) return told(door, await door.invalid(form.problems), null)
      return door.runAndGo(editSection, { sectionId: section.id, ...form.values }, () => here)
    }
    case 'give-task': {
      const form = await door.read(taskForm)
      if (!form.ok) return told(door, await door.invalid(form.problems), null)
      const { owner, ...task } = form.values
      return door.runAndGo(giveTask, { sectionId: section.id, ownerId: owner, ...task }, () => here)
    }
    case 'use-aside':
    case 'clear-aside':
      return lookedAt(door, section.id, String(door.posted.get('aside') ?? ''), here)
    case 'finish-task':
      return door.runAndGo(finishTask, { taskId: String(door.posted.get('task')) }, () => here)
    default:
      throw door.refuse('not_found')
  }
}

async function saveClause(door: FormDoor, clauseId: string, to: string) {
  const form = await door.read(clauseForm)
  if (!form.ok) return told(door, await door.invalid(form.problems), clauseId)
  const edit = { clauseId, text: cleanPasted(form.values.text), baseVersion: form.values.version }
  const outcome = await door.run(editClause, edit)
  if (outcome.ok) return door.goTo(to)
  const answer = await door.refused(outcome.refusal)
  if (outcome.refusal.reason !== 'clause_changed_meanwhile') return told(door, answer, clauseId)
  const { base, merge } = await door.find(mergeWithToday(door.ask, edit))
  const today = await getClause(door.ask.db, clauseId)
  return told(door, answer, clauseId, { base, today: today.text, version: today.version, merge })
}

/** Words that waited come into the text, or are said to be no longer needed. */
async function lookedAt(door: FormDoor, sectionId: string, asideId: string, here: string) {
  const aside = (await listAsides(door.ask, sectionId)).find(({ id }) => id === asideId)
  if (!aside) throw door.refuse('not_found')
  if (door.intent === 'use-aside') {
    const outcome =
      aside.why === 'struck'
        ? await door.run(addClause, { sectionId, text: aside.ours })
        : await door.run(editClause, {
            ...{ clauseId: aside.clauseId, text: aside.ours },
            baseVersion: (await door.find(getClause(door.ask.db, aside.clauseId))).version,
          })
    if (!outcome.ok) return told(door, await door.refused(outcome.refusal), null)
  }
  return door.runAndGo(clearAside, { asideId }, () => here)
}

function told(
  door: FormDoor,
  answer: ReturnType<FormDoor['refused']>,
  clause: string | null,
  met: WorkshopAnswer['met'] = null,
) {
  const typed = { ...answer.data.typed, text: clean(door.posted.get('text') ?? undefined) }
  return data<WorkshopAnswer>({ ...answer.data, typed, clause, met }, answer.init ?? { status: 400 })
}
