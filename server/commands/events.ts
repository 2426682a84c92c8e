// Prints every event and socket message with its audience.
import { events } from '#app/domain/events.ts'
import { policy } from '#app/domain/policy.ts'
import { socketMessages } from '../live/messages.ts'
import { print } from './print.ts'

export function eventTable() {
  return [
    ...Object.entries(events).map(([name, { audience }]) => ({
      name,
      kind: 'event',
      audience: audience as string,
      standings: policy[audience] as readonly string[],
    })),
    ...socketMessages.map((message) => ({ ...message, kind: 'socket message' })),
  ]
}

export function listEvents(args: string[]): number {
  return print(args, eventTable())
}
