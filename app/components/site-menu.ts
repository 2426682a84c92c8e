/** The five words of the menu and where they lead; header, menu page and footer read this one list. */
export const mainMenu = [
  { key: 'ideas', to: '/ideen' },
  { key: 'table', to: '/runder-tisch' },
  { key: 'polls', to: '/abstimmungen' },
  { key: 'standards', to: '/standards' },
  { key: 'more', to: '/mehr' },
] as const

export type MenuKey = (typeof mainMenu)[number]['key']

/** Help stands at the same place of every footer. */
export const helpMenu = [
  { key: 'help', to: '/hilfe' },
  { key: 'rules', to: '/regeln' },
  { key: 'moderating', to: '/so-moderieren-wir' },
  { key: 'easy', to: '/leichte-sprache' },
  { key: 'sign', to: '/gebaerdensprache' },
  { key: 'access', to: '/barrierefreiheit' },
  { key: 'privacy', to: '/datenschutz' },
  { key: 'imprint', to: '/impressum' },
] as const
