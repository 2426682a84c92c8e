// The voter's token on this device: drawn, kept, used. Only here does the choice of a blind-signed vote exist in clear.
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Manifest } from '#app/domain/polls/ballots/manifest.ts'
import type { Receipt } from '#app/domain/polls/ballots/receipt.ts'
import type { Arrival } from '#app/domain/polls/ballots/store.ts'
import {
  type DrawnToken,
  drawToken,
  finishToken,
  readToken,
  sealNext,
  type Token,
} from '#app/domain/polls/ballots/wallet.ts'
import { useWords } from '#app/i18n/words.tsx'
import { askSigners, type SignerTrouble } from './ask-signers.ts'
import { isRefused, post } from './post.ts'
import { onDevice } from './use-draft.ts'

/** Why something did not work, for the page to say: its own word, or the server's sentence. */
export type Trouble =
  | { readonly word: 'offline' | 'cheated' | 'not-a-token' | `signer-${SignerTrouble}` }
  | { readonly sentence: string }

export interface Wallet {
  /** 'asleep' until the browser's program runs; 'insecure' where it may not use the browser's cryptography. */
  readonly state: 'asleep' | 'insecure' | 'empty' | 'ready'
  readonly token: Token | null
  readonly receipt: Receipt | null
  readonly busy: boolean
  readonly trouble: Trouble | null
  /** @param code for a second signer; empty where there is none */
  draw(code: string): Promise<void>
  open(file: File): Promise<void>
  cast(line: string): Promise<Arrival['kind'] | null>
}

type Held = DrawnToken | Token

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

export function useWallet(
  manifest: Manifest,
  addresses: { readonly token: string; readonly slot: string },
): Wallet {
  const { lang } = useWords()
  const names = useMemo(() => namesFor(manifest.pollId), [manifest.pollId])
  const [held, setHeld] = useState<Held | null>(null)
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const [awake, setAwake] = useState<'asleep' | 'insecure' | 'awake'>('asleep')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)

  useEffect(() => {
    setHeld(read<Held>(names.token))
    setReceipt(read<Receipt>(names.receipt))
    setAwake(window.isSecureContext && typeof crypto.subtle === 'object' ? 'awake' : 'insecure')
  }, [names])

  const hold = useCallback(
    (next: Held) => {
      onDevice((device) => device.setItem(names.token, JSON.stringify(next)))
      setHeld(next)
    },
    [names],
  )
  const working = useCallback(async <T>(work: () => Promise<T>): Promise<T | null> => {
    setBusy(true)
    setTrouble(null)
    try {
      return await work()
    } catch (error) {
      setTrouble(isTrouble(error) ? error : { word: 'offline' })
      return null
    } finally {
      setBusy(false)
    }
  }, [])

  const token = held?.state === 'signed' ? held : null
  return {
    state: awake !== 'awake' ? awake : token === null ? 'empty' : 'ready',
    token,
    receipt,
    busy,
    trouble,
    async draw(code) {
      await working(async () => {
        // Kept before it is asked for: should the answer be lost, the same question gets the same answer.
        const drawn = held?.state === 'drawn' ? held : await drawToken(manifest, random)
        hold(drawn)
        const blindSignatures = await askSigners(manifest.signers, drawn, { house: addresses.token, code })
        const signed = await finishToken(manifest, drawn, blindSignatures)
        if (signed === null) throw { word: 'cheated' } satisfies Trouble
        hold(signed)
      })
    },
    async open(file) {
      await working(async () => {
        const found = readToken(await file.text(), manifest.pollId)
        if (found === null) throw { word: 'not-a-token' } satisfies Trouble
        hold(found)
      })
    },
    async cast(line) {
      if (token === null) return null
      return working(async () => {
        const arrival = await put(addresses.slot, token, line, lang)
        hold({ ...token, turn: arrival.receipt.turn })
        onDevice((device) => device.setItem(names.receipt, JSON.stringify(arrival.receipt)))
        setReceipt(arrival.receipt)
        return arrival.kind
      })
    },
  }
}

interface Arrived {
  readonly kind: Arrival['kind']
  readonly receipt: Receipt
}

/** Without cookies: the slot is not to know whose browser this is. */
async function put(slot: string, token: Token, line: string, lang: string): Promise<Arrived> {
  const sealed = await sealNext(token, line)
  try {
    return await post<Arrived>(slot, {
      credentials: 'omit',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...sealed, lang }),
    })
  } catch (error) {
    // The same token cast from another device meanwhile: this ballot takes the next turn, so that it counts.
    const turn =
      isRefused(error) && error.reason === 'ballot_of_later_turn' ? Number(error.params.turn) : null
    if (turn === null || turn <= token.turn) throw error
    return put(slot, { ...token, turn }, line, lang)
  }
}

function isTrouble(value: unknown): value is Trouble {
  return typeof value === 'object' && value !== null && ('word' in value || 'sentence' in value)
}

function namesFor(pollId: string) {
  return { token: `stimmtisch-stimmausweis-${pollId}`, receipt: `stimmtisch-beleg-${pollId}` }
}

function read<T>(name: string): T | null {
  const text = onDevice((device) => device.getItem(name))
  return text === null ? null : (JSON.parse(text) as T)
}
