// What people are told, on the site and by mail.
import type { JsonText, Moment } from '../columns.ts'

export interface NoticeTables {
  notice: NoticeTable
  mail: MailTable
  mailWish: { accountId: string; kind: string; wish: string }
}

export interface NoticeTable {
  id: string
  accountId: string
  eventNumber: number
  kind: string
  subject: string
  at: Moment
  readAt: Moment | null
}

export interface MailTable {
  id: string
  accountId: string | null
  address: string
  kind: string
  language: string
  data: JsonText
  createdAt: Moment
  dueAt: Moment
  attempts: number
  claimedUntil: Moment | null
  sentAt: Moment | null
  lastError: string | null
}
