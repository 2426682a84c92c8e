// What the house itself remembers: numbers, events, jobs, forms already sent, settings.
import type { JsonText, Moment } from '../columns.ts'

export interface HouseTables {
  counter: { name: string; value: number }
  event: { number: number; type: string; actorId: string | null; at: Moment; data: JsonText }
  eventTopic: { topic: string; eventNumber: number }
  job: JobTable
  sentForm: { sender: string; key: string; outcome: JsonText; at: Moment }
  setting: { name: string; value: string }
}

export interface JobTable {
  id: string
  kind: string
  /** At most one open job a key: asking twice changes nothing. */
  key: string | null
  data: JsonText
  dueAt: Moment
  attempts: number
  claimedUntil: Moment | null
  doneAt: Moment | null
  lastError: string | null
}
