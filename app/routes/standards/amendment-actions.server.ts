// Every form of an amendment's page.

import { pullFromBundle, takeAmendmentOff } from '#app/domain/standards/agenda.server.ts'
import type { ReadAmendment } from '#app/domain/standards/amendment-view.server.ts'
import {
  answerAmendment,
  cosignAmendment,
  recommendOnAmendment,
  reopenAmendment,
  withdrawAmendment,
} from '#app/domain/standards/amendments.server.ts'
import { settleAmendment } from '#app/domain/standards/decide.server.ts'
import { followInStandard } from '#app/domain/standards/follow.server.ts'
import { authorAnswerForm, recommendForm } from '#app/domain/standards/standards.form.ts'
import { conversationAction } from '#app/http/conversation.server.ts'
import type { FormDoor } from '#app/http/door.server.ts'
import { clean } from '#app/http/form.ts'

export async function amendmentAction(
  door: FormDoor,
  standard: { readonly slug: string; readonly title: string },
  amendment: ReadAmendment,
) {
  const here = `/standards/${standard.slug}/aenderungen/${amendment.number}`
  const amendmentId = amendment.id
  switch (door.intent) {
    case 'cosign':
    case 'uncosign':
      return door.runAndGo(cosignAmendment, { amendmentId, on: door.intent === 'cosign' }, () => here)
    case 'pull': {
      const title =
        `${door.t('standards:amendment.title', { number: amendment.number })}: ${standard.title}`.slice(
          0,
          100,
        )
      const noGoalReason = door.t('standards:agenda.no-goal')
      return door.runAndGo(pullFromBundle, { amendmentId, title, noGoalReason }, () => here)
    }
    case 'off':
      return door.runAndGo(takeAmendmentOff, { amendmentId }, () => here)
    case 'follow':
    case 'unfollow': {
      const input = { kind: 'amendment', id: amendmentId, on: door.intent === 'follow' } as const
      return door.runAndGo(followInStandard, input, () => here)
    }
    case 'withdraw':
      return door.runAndGo(withdrawAmendment, { amendmentId }, () => here)
    case 'reopen':
      return door.runAndGo(reopenAmendment, { amendmentId }, () => here)
    case 'answer': {
      const form = await door.read(authorAnswerForm)
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(answerAmendment, { amendmentId, ...form.values }, () => here)
    }
    case 'recommend': {
      const form = await door.read(recommendForm)
      if (!form.ok) return door.invalid(form.problems)
      const input = { amendmentId, ...form.values, texts: textsOf(door, amendment) }
      return door.runAndGo(recommendOnAmendment, input, () => here)
    }
    case 'settle':
      return door.runAndGo(settleAmendment, { amendmentId, texts: textsOf(door, amendment) }, () => here)
    default:
      return conversationAction(door, amendment.conversationId, here)
  }
}

function textsOf(door: FormDoor, amendment: ReadAmendment): Record<string, string> {
  return Object.fromEntries(
    amendment.parts
      .filter(({ id }) => door.posted.has(`text-${id}`))
      .map(({ id }) => [id, clean(door.posted.get(`text-${id}`) ?? undefined)]),
  )
}
