// What the parts of a meeting's page are given: the page's own data, read once by its loader.
import type { ReactNode } from 'react'
import type { MeetingPageData } from '#app/routes/meetings/meeting.tsx'

export interface MeetingPart {
  readonly page: MeetingPageData
  /** What the last form came to, to stand under the heading. */
  readonly said: ReactNode
}
