// How many live connections one network block may hold at once: each costs memory and a share of every message.
import type { IncomingMessage } from 'node:http'
import { peerBlock, peerOf } from '../peer.ts'

/** A school, a town hall and a hall full of phones reach us from one address; whoever holds more is no household. */
export const mostLines = 1_000

export interface Lines {
  /** Asked with every request; those that belong to a connection there is already pass. */
  mayEnter(request: IncomingMessage): boolean
  /** Counts a connection; what is given back ends it. */
  hold(request: IncomingMessage): () => void
}

/** The machine itself is not counted: it tests, or it is a proxy that nobody told us of and stands for the whole town. */
const ownMachine = new Set([peerBlock('127.0.0.1'), peerBlock('::1')])

export function countLines(trustProxy: number, most = mostLines): Lines {
  const held = new Map<string, number>()
  return {
    mayEnter(request) {
      if (/[?&]sid=/.test(request.url ?? '')) return true
      const block = peerOf(request, trustProxy)
      return ownMachine.has(block) || (held.get(block) ?? 0) < most
    },
    hold(request) {
      const block = peerOf(request, trustProxy)
      held.set(block, (held.get(block) ?? 0) + 1)
      return () => {
        const left = (held.get(block) ?? 0) - 1
        if (left > 0) held.set(block, left)
        else held.delete(block)
      }
    },
  }
}
