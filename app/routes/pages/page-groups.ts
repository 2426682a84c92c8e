import type { PageGroup } from '#app/components/page-list.tsx'
import { helpMenu, mainMenu } from '#app/components/site-menu.ts'
import type { Say } from '#app/i18n/words.tsx'

/** The five words of the header, for phones and for browsers without scripts. */
export function mainGroup(t: Say): PageGroup {
  return {
    id: 'bereiche',
    title: t('components:footer.pages'),
    pages: mainMenu.map(({ key, to }) => ({ to, words: t(`components:menu.${key}`) })),
  }
}

export function takePartGroup(t: Say): PageGroup {
  return {
    id: 'mitmachen',
    title: t('pages:more.take-part'),
    pages: [
      { to: '/ideen/neu', words: t('pages:home.post') },
      { to: '/mitmachen', words: t('pages:more.how-to-take-part') },
      { to: '/fuer-sie', words: t('pages:for-you.title') },
      { to: '/konto', words: t('pages:more.account') },
    ],
  }
}

export function informGroup(t: Say): PageGroup {
  return {
    id: 'nachlesen',
    title: t('pages:more.inform'),
    pages: [
      { to: '/ziele', words: t('pages:goals.title') },
      { to: '/herkunft', words: t('pages:origin.title') },
      { to: '/stadtteile', words: t('pages:districts.title') },
      { to: '/sprecherrat', words: t('components:voice.council') },
    ],
  }
}

export function helpGroup(t: Say): PageGroup {
  return {
    id: 'hilfe-und-recht',
    title: t('pages:more.legal'),
    pages: helpMenu.map(({ key, to }) => ({ to, words: t(`components:menu.${key}`) })),
  }
}
