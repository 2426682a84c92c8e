// Mounts a conversation on any page: one line in its loader, one in its action.

import { closeConversation, reopenConversation } from '#app/domain/conversations/close.server.ts'
import { contribute, type Posted } from '#app/domain/conversations/contribute.server.ts'
import { contributionForm, reactionForm, readForm } from '#app/domain/conversations/contribution.form.ts'
import { deepest } from '#app/domain/conversations/contribution.ts'
import { readConversation } from '#app/domain/conversations/conversation.server.ts'
import { addressByTime, type View } from '#app/domain/conversations/conversation.ts'
import { findAnswerable } from '#app/domain/conversations/place.server.ts'
import { react } from '#app/domain/conversations/react.server.ts'
import { markRead } from '#app/domain/conversations/reading.server.ts'
import { isNumber } from '#app/domain/numbers.ts'
import { newestEvent } from '#app/domain/query.server.ts'
import { isRefusal, refuse } from '#app/domain/refusal.ts'
import { bareAddress } from '#app/i18n/address.ts'
import type { Door, FormDoor } from './door.server.ts'

export type LoadedConversation = NonNullable<Awaited<ReturnType<typeof loadConversation>>>

/** Everything `<Conversation/>` shows; null where the visitor may not read it. */
export async function loadConversation(door: Door, conversationId: string) {
  const asOf = await newestEvent(door.ask)
  const query = door.url.searchParams
  const view: View = query.get('ansicht') === 'zeit' ? 'time' : 'reasons'
  const page = query.get('alles') === '1' ? null : door.page()
  try {
    const talk = await readConversation(door.ask, conversationId, { view, page })
    return {
      ...talk,
      asOf,
      now: door.ask.now,
      here: bareAddress(door.url.pathname) + door.url.search,
      formKey: door.formKey(),
      signedIn: door.actor.kind === 'account',
      answering: talk.may.contribute ? await answering(door, conversationId) : null,
    }
  } catch (error) {
    if (isRefusal(error) && error.reason === 'not_found') return null
    throw error
  }
}

/** What a reply answers, when the page was opened to answer it. */
async function answering(door: Door, conversationId: string) {
  const asked = Number(door.url.searchParams.get('antwort') ?? '')
  if (!isNumber(asked)) return null
  const parent = await findAnswerable(door.ask, conversationId, asked)
  if (!parent || parent.depth >= deepest || parent.deletedAt !== null || parent.hiddenAt !== null) return null
  return { number: parent.number, publicNumber: parent.publicNumber }
}

/** Answers every form of a conversation; `backTo` is the page it stands on. */
export async function conversationAction(door: FormDoor, conversationId: string, backTo: string) {
  switch (door.intent) {
    case 'contribute': {
      const sent = await postContribution(door, conversationId)
      return 'answer' in sent ? sent.answer : door.goTo(addressByTime(backTo, sent.posted.number))
    }
    case 'react':
      return giveReaction(door, conversationId)
    case 'mark-read': {
      const form = await door.read(readForm)
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(markRead, { conversationId, ...form.values }, () => here(door))
    }
    case 'close-conversation':
      return door.runAndGo(closeConversation, { conversationId }, () => here(door))
    case 'reopen-conversation':
      return door.runAndGo(reopenConversation, { conversationId }, () => here(door))
    default:
      throw door.refuse('not_found')
  }
}

type Sent = { readonly posted: Posted } | { readonly answer: ReturnType<FormDoor['invalid']> }

/** Posts what was written: for the plain form, and for the same form sent by script. */
export async function postContribution(door: FormDoor, conversationId: string): Promise<Sent> {
  const limited = await door.limit('post')
  if (limited) return { answer: limited }
  const form = await door.read(contributionForm)
  if (!form.ok) return { answer: door.invalid(form.problems) }
  const { parent, ...written } = form.values
  const above = parent === null ? null : await findAnswerable(door.ask, conversationId, parent)
  if (parent !== null && above === null) return { answer: door.refused(refuse('not_found')) }
  if (above === null && written.move === 'answer') {
    return { answer: door.invalid({ move: { error: 'not_a_choice' } }) }
  }
  const outcome = await door.run(contribute, {
    ...written,
    conversationId,
    parentId: above?.id ?? null,
    language: door.lang,
  })
  return outcome.ok ? { posted: outcome.value } : { answer: door.refused(outcome.refusal) }
}

async function giveReaction(door: FormDoor, conversationId: string) {
  const form = await door.read(reactionForm)
  if (!form.ok) return door.invalid(form.problems)
  const to = await findAnswerable(door.ask, conversationId, form.values.contribution)
  if (to === null) return door.refused(refuse('not_found'))
  const { kind, wish } = form.values
  return door.runAndGo(react, { contributionId: to.id, kind, wish }, () => `${here(door)}#b${to.number}`)
}

/** The very view the form stood on. */
function here(door: FormDoor): string {
  return bareAddress(door.url.pathname) + door.url.search
}
