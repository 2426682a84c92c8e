// Pages that are the same for everybody, the search, and what exists in a demo process only.
import type { Room } from '../room.ts'

const open = { see: 'nothing' } as const

export const pages: Room = {
  things: {
    goal: {
      list: () => [{ param: '1-1', id: '1.1', label: 'goal', public: true }],
      missing: '9-9',
    },
    district: {
      list: () => [{ param: 'welper', id: 'welper', label: 'district', public: true }],
      missing: 'atlantis',
    },
  },
  doors: {
    '/': open,
    '/suche': { see: 'nothing', query: 'q' },
    '/ziele': open,
    '/ziele/:anchor': { of: 'goal', see: 'nothing' },
    '/herkunft': open,
    '/stadtteile': open,
    '/stadtteile/:slug': { of: 'district', see: 'nothing' },
    '/mehr': open,
    '/menue': open,
    '/hilfe': open,
    '/regeln': open,
    '/datenschutz': open,
    '/barrierefreiheit': open,
    '/leichte-sprache': open,
    '/gebaerdensprache': open,
    '/so-moderieren-wir': open,
    '/mitmachen': open,
    '/impressum': open,
    '/demo': { see: 'nothing', exempt: 'signs anybody in, in a demo process only' },
    '/demo/post': { see: 'nothing', exempt: 'shows every mail, in a demo process only' },
    '/demo/bausteine': { see: 'nothing', exempt: 'a gallery of forms that lead nowhere' },
  },
}
