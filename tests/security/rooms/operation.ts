import { saveBody, seat } from '#app/domain/bodies/body.server.ts'
import { saveResponsibleRole } from '#app/domain/people/appointment.server.ts'
import { changeTown } from '#app/domain/people/town.server.ts'
import type { HostileRoom } from './room.ts'

/** The operator's pages: names of people, bodies, benches and tasks, the town's own name and imprint. */
export const operation: HostileRoom = {
  name: 'operation',
  async write(site, attacks) {
    const operator = await site.person(attacks.line(60), { role: 'operator' })
    const members = [await site.person(attacks.line(60)), await site.person(attacks.line(60))]
    const bench = { slug: 'bank', name: attacks.line(80), seats: 2 }
    const about = { about: attacks.text(900), seats: 6 }
    for (const [slug, kind] of [
      ['runder-tisch', 'round-table'],
      ['ag-boese', 'working-group'],
    ] as const)
      await site.does(operator, saveBody, { slug, kind, name: attacks.line(100), ...about, benches: [bench] })
    for (const { accountId } of members)
      await site.does(operator, seat, {
        body: 'ag-boese',
        accountId: accountId ?? '',
        bench: 'bank',
        function: 'member',
        fromAt: site.now,
        untilAt: null,
      })
    await site.does(operator, saveResponsibleRole, { slug: 'boese-stelle', name: attacks.line(80) })
    const imprint = {
      represented: attacks.line(120),
      phone: attacks.line(40),
      responsible: attacks.line(120),
    }
    await site.does(operator, changeTown, {
      town: attacks.line(60),
      imprint: {
        provider: attacks.line(120),
        address: attacks.text(190),
        mail: 'stadt@beispiel.example',
        ...imprint,
      },
    })
    const group = '/runder-tisch/gruppen/ag-boese'
    return {
      as: operator,
      pages: [
        '/betrieb',
        '/betrieb/stadt',
        '/betrieb/gremien',
        `/betrieb/konten/${members[0]?.accountId}`,
        `/betrieb?suche=${encodeURIComponent('Wort')}`,
        '/impressum',
        '/runder-tisch',
        '/runder-tisch/mitglieder',
        '/runder-tisch/gruppen',
        group,
        `${group}/mitglieder`,
        '/',
      ],
      files: [],
    }
  },
}
