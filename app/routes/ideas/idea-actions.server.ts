// The forms on an idea's page: each reads what was typed, runs one command, and leads back to the page.

import { finishIdea } from '#app/domain/ideas/answer.server.ts'
import { assignResponsible, tagIdea } from '#app/domain/ideas/edit.server.ts'
import { finishForm, mergeForm, withdrawForm } from '#app/domain/ideas/idea.form.ts'
import { getReadableIdea, withdrawIdea } from '#app/domain/ideas/idea.server.ts'
import type { Idea } from '#app/domain/ideas/idea.ts'
import { finalIdea, mergeIdea, splitIdea } from '#app/domain/ideas/merge.server.ts'
import { followIdea, supportIdea, unfollowIdea, unsupportIdea } from '#app/domain/ideas/support.server.ts'
import { putIdeaOnAgenda } from '#app/domain/meetings/agenda-ideas.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import type { FormDoor } from '#app/http/door.server.ts'

export const pageOf = (idea: Pick<Idea, 'number'>, note?: string) =>
  note ? `/ideen/${idea.number}?meldung=${note}` : `/ideen/${idea.number}`

export function support(door: FormDoor, idea: Idea, yes: boolean) {
  const back = () => pageOf(idea, yes ? 'supported' : 'unsupported')
  return door.runAndGo(yes ? supportIdea : unsupportIdea, { ideaId: idea.id }, back)
}

export function watch(door: FormDoor, idea: Idea, yes: boolean) {
  const back = () => pageOf(idea, yes ? 'followed' : 'unfollowed')
  return door.runAndGo(yes ? followIdea : unfollowIdea, { ideaId: idea.id }, back)
}

export async function takeBack(door: FormDoor, idea: Idea) {
  const form = await door.read(withdrawForm)
  if (!form.ok) return door.invalid(form.problems)
  return door.runAndGo(withdrawIdea, { ideaId: idea.id, ...form.values }, () => pageOf(idea, 'withdrawn'))
}

export async function finish(door: FormDoor, idea: Idea) {
  const form = await door.read(finishForm)
  if (!form.ok) return door.invalid(form.problems)
  return door.runAndGo(finishIdea, { ideaId: idea.id, ...form.values }, () => pageOf(idea, 'finished'))
}

export async function tag(door: FormDoor, idea: Idea) {
  const options = door.ask.town.goals.map((goal) => goal.number)
  const form = await door.read({ goals: { type: 'choices', options } })
  if (!form.ok) return door.invalid(form.problems)
  return door.runAndGo(tagIdea, { ideaId: idea.id, ...form.values }, () => pageOf(idea, 'tagged'))
}

export async function assign(door: FormDoor, idea: Idea) {
  const form = await door.read({ responsible: { type: 'text', min: 1, max: 80 } })
  if (!form.ok) return door.invalid(form.problems)
  return door.runAndGo(assignResponsible, { ideaId: idea.id, ...form.values }, () => pageOf(idea, 'assigned'))
}

export async function mergeInto(door: FormDoor, idea: Idea) {
  const form = await door.read(mergeForm)
  if (!form.ok) return door.invalid(form.problems)
  try {
    const into = await finalIdea(door.ask.db, await getReadableIdea(door.ask, form.values.into))
    return door.runAndGo(mergeIdea, { ideaId: idea.id, intoId: into.id }, () => pageOf(into, 'merged'))
  } catch (error) {
    if (isRefusal(error)) return door.refused(error)
    throw error
  }
}

/** The form stands on the idea that took the other one in; it leads to the one that is back. */
export async function splitOff(door: FormDoor) {
  const form = await door.read({ idea: { type: 'number', min: 1, max: 999_999_999, required: true } })
  if (!form.ok) return door.invalid(form.problems)
  try {
    const apart = await getReadableIdea(door.ask, form.values.idea)
    return door.runAndGo(splitIdea, { ideaId: apart.id }, () => pageOf(apart, 'split'))
  } catch (error) {
    if (isRefusal(error)) return door.refused(error)
    throw error
  }
}

/** One step: the idea becomes an item of the meeting that was chosen. */
export function ontoAgenda(door: FormDoor, idea: Idea) {
  const meetingId = String(door.posted.get('meeting') ?? '')
  return door.runAndGo(
    putIdeaOnAgenda,
    { ideaId: idea.id, meetingId },
    ({ publicNumber }) => `/runder-tisch/punkte/${publicNumber}`,
  )
}
