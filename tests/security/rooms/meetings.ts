import { addItem } from '#app/domain/meetings/agenda.server.ts'
import { lead } from '#app/domain/meetings/lead.server.ts'
import { planMeeting } from '#app/domain/meetings/meeting.server.ts'
import { tellNeed } from '#app/domain/meetings/needs.server.ts'
import { noteDown } from '#app/domain/meetings/notes.server.ts'
import { addPaper } from '#app/domain/meetings/papers.server.ts'
import { answerQuestion, askQuestion } from '#app/domain/meetings/questions.server.ts'
import { plainItem, setTable } from '#tests/meetings/table.ts'
import type { HostileRoom } from './room.ts'

const hour = 3_600_000

export const meetings: HostileRoom = {
  name: 'meetings',
  async write(site, attacks) {
    const { chair, taker, citizen } = await setTable(site)
    const pages = ['/runder-tisch']
    const files: string[] = []
    for (const inHours of [0.5, 200]) {
      const startsAt = Date.parse(site.now) + inHours * hour
      const { id: meetingId, number } = await site.does(chair, planMeeting, {
        body: 'runder-tisch',
        title: attacks.line(100),
        place: attacks.line(100),
        access: attacks.line(190),
        online: null,
        startsAt: new Date(startsAt).toISOString(),
        endsAt: new Date(startsAt + 2 * hour).toISOString(),
      })
      const { itemId, publicNumber } = await site.does(chair, addItem, {
        meetingId,
        ...plainItem,
        title: attacks.line(100),
        text: attacks.text(),
        responsible: attacks.line(80),
        broughtBy: attacks.line(80),
      })
      const paper = { itemId, title: attacks.line(100), target: '/ideen/1', file: null }
      await site.does(chair, addPaper, paper)
      const sitting = `/runder-tisch/sitzungen/${number}`
      pages.push(sitting, `/runder-tisch/punkte/${publicNumber}`, `${sitting}/leinwand`)
      files.push(`${sitting}/termin.ics`)
      if (inHours > 1) {
        const question = { meetingId, itemId: null, text: attacks.text(900) }
        const { questionId } = await site.does(citizen, askQuestion, question)
        await site.does(chair, answerQuestion, { questionId, answer: attacks.text(900) })
        await site.does(citizen, tellNeed, { meetingId, kinds: [], text: attacks.line(190) })
      } else {
        await site.does(chair, lead, { meetingId, turn: 0, step: { type: 'opened' } })
        await site.does(taker, noteDown, { meetingId, itemId, noteId: null, text: attacks.text(900) })
        pages.push(`${sitting}/niederschrift`, `${sitting}/leitung`)
      }
    }
    return { as: chair, pages, files }
  },
}
