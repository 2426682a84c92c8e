// Sends a form without leaving the page. Whatever goes wrong, the text stays in its box; the form's key makes it safe
// to send again.
import { type FormEvent, useCallback, useRef, useState } from 'react'
import type { Answer } from '#app/http/door.server.ts'
import { addressIn } from '#app/i18n/address.ts'
import { useWords } from '#app/i18n/words.tsx'

export interface Sending {
  onSubmit(event: FormEvent<HTMLElement>): void
  readonly busy: boolean
  /** Nothing arrived: no connection, or the server had a fault. */
  readonly failed: boolean
  readonly sent: boolean
  /** What the server said to it. */
  readonly answer: Answer | undefined
}

type State = Pick<Sending, 'busy' | 'failed' | 'sent' | 'answer'>

const patienceMs = 15_000
const still: State = { busy: false, failed: false, sent: false, answer: undefined }

export function useSending(to: string, onSent: (number: number) => void): Sending {
  const { lang } = useWords()
  const [state, setState] = useState<State>(still)
  const under = useRef(false)
  const done = useRef(onSent)
  done.current = onSent
  const onSubmit = useCallback(
    (event: FormEvent<HTMLElement>) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement)) return
      event.preventDefault()
      if (under.current) return
      under.current = true
      setState({ ...still, busy: true })
      send(addressIn(lang, to), form)
        .then((reply) => {
          if ('number' in reply) {
            setState({ ...still, sent: true })
            done.current(reply.number)
          } else setState({ ...still, answer: reply })
        })
        .catch(() => setState({ ...still, failed: true }))
        .finally(() => {
          under.current = false
        })
    },
    [to, lang],
  )
  return { ...state, onSubmit }
}

async function send(to: string, form: HTMLFormElement): Promise<Answer | { readonly number: number }> {
  const response = await fetch(to, {
    method: 'POST',
    body: new FormData(form),
    signal: AbortSignal.timeout(patienceMs),
  })
  if (response.status >= 500 || !response.headers.get('content-type')?.startsWith('application/json')) {
    throw new Error(`The server answered ${response.status}.`)
  }
  return response.json()
}
