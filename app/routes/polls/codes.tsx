import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { CodeSheets } from '#app/components/polls/code-sheets.tsx'
import { voiceOf } from '#app/components/polls/poll-voice.ts'
import { listCodes } from '#app/domain/polls/ballots/box.server.ts'
import { mostCodes } from '#app/domain/polls/ballots/code.ts'
import { printCodes } from '#app/domain/polls/ballots/codes.server.ts'
import { findSecondSigner } from '#app/domain/polls/ballots/second-signer.server.ts'
import { run } from '#app/domain/run.server.ts'
import { type Answer, enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { findLed } from './paper-actions.server.ts'

export const handle: PageHandle = { voice: 'council', menu: 'polls' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const poll = await findLed(door)
  return {
    title: door.t('ballots:codes.title', { question: poll.question }),
    number: poll.number,
    question: poll.question,
    space: poll.space,
    address: `${door.platform.baseUrl}/abstimmungen/${poll.number}/umschlag`,
    second: (await findSecondSigner(door.ask.db, poll.id)) !== null,
    printed: (await listCodes(door.ask.db, poll.id)).length,
    mayPrint: poll.state === 'announced' && poll.secrecy === 'blind',
  }
}

type Printed = Answer & { readonly codes?: readonly string[] }

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const poll = await findLed(door)
  const form = await door.read({ count: { type: 'number', min: 1, max: mostCodes, required: true } })
  if (!form.ok) return door.invalid(form.problems)
  // No key of a form: it would remember the codes, which nobody may.
  const outcome = await run(door.platform, door.actor, printCodes, { pollId: poll.id, ...form.values })
  if (!outcome.ok) return door.refused(outcome.refusal)
  return { intent: null, errors: [], refusal: null, typed: {}, codes: outcome.value } satisfies Printed
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Codes() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<Printed>()
  const { t } = useWords()
  return (
    <div className="flow" data-voice={voiceOf(page.space)}>
      <h1>{page.title}</h1>
      <Answered />
      {answer?.codes ? (
        <>
          <div className="no-print">
            <Alert state="soon" role="status" title={t('ballots:codes.once')} />
          </div>
          <CodeSheets codes={answer.codes} question={page.question} address={page.address} />
        </>
      ) : (
        <>
          <p className="lead">{t('ballots:codes.lead')}</p>
          {page.second && <Alert title={t('ballots:codes.unsigned')} />}
          {page.printed > 0 && <p>{t('ballots:codes.there', { count: page.printed })}</p>}
          {page.mayPrint ? (
            <Form className="form" to={`/abstimmungen/${page.number}/codes`}>
              <Field
                field={{ name: 'count', required: true, min: 1, max: mostCodes }}
                kind="text"
                label={t('ballots:codes.count')}
                hint={page.printed > 0 ? t('ballots:codes.again') : undefined}
                {...kept(answer, 'count')}
              />
              <Button>{t('ballots:codes.make')}</Button>
            </Form>
          ) : (
            <p>{t('refusals:codes_before_opening')}</p>
          )}
        </>
      )}
    </div>
  )
}
