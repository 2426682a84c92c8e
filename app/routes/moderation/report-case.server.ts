// The three answers to a report: nothing and why, hide the text, propose to pause the account.
import type { ActionFunctionArgs } from '@remix-run/node'
import { getReportCase } from '#app/domain/moderation/case.server.ts'
import { ruleOf, type Template } from '#app/domain/moderation/measure.ts'
import { answerForm, groundsForm, pauseForm } from '#app/domain/moderation/moderation.form.ts'
import { decideReport } from '#app/domain/moderation/report-decision.server.ts'
import { enterWithForm } from '#app/http/door.server.ts'
import { checkThenDo } from './check.server.ts'

export async function decideReportCase(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const { report } = await door.find(getReportCase(door.ask, Number(door.params.number)))
  const reportId = report.id
  const groundsOf = ({ template, sentence }: { template: Template; sentence: string }) => ({
    rule: ruleOf(template),
    template,
    sentence,
  })
  switch (door.posted.get('what')) {
    case 'keep':
      return checkThenDo(
        door,
        answerForm,
        decideReport,
        ({ version, text }) => ({ reportId, version, answer: { kind: 'keep', text } }) as const,
        '/moderation?meldung=beantwortet',
      )
    case 'hide':
      return checkThenDo(
        door,
        hideForm,
        decideReport,
        ({ version, thingVersion, ...grounds }) =>
          ({
            reportId,
            version,
            answer: { kind: 'hide', grounds: groundsOf(grounds), thingVersion },
          }) as const,
        '/moderation?meldung=ausgeblendet',
      )
    case 'pause':
      return checkThenDo(
        door,
        pauseForm,
        decideReport,
        ({ version, days, ...grounds }) =>
          ({ reportId, version, answer: { kind: 'pause', grounds: groundsOf(grounds), days } }) as const,
        '/moderation?meldung=vorgeschlagen',
      )
    default:
      throw door.refuse('not_found')
  }
}

const hideForm = { ...groundsForm, thingVersion: groundsForm.version } as const
