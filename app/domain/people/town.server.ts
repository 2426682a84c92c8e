// The town's own name and imprint, and the one link with which its first operator sets it up.
import type { Imprint } from '#app/http/context.ts'
import { toJson } from '#db/columns.ts'
import { queueMailTo } from '../notices/outbox.server.ts'
import { town } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { writeAccount } from './account.server.ts'
import { writeAppointment } from './appointment.server.ts'
import { townSetUpMail } from './mails.ts'
import { createSession, newSessionSecret } from './session.server.ts'

const linkSetting = 'setUpLink'

/** Makes the set-up link; an earlier one no longer works. Null when somebody runs the platform already. */
export const offerSetUp = prepared(
  async (platform, _input: null) => {
    const link = platform.newSecret()
    return { link, linkHash: platform.hash(link) }
  },
  async (work: Work, { link, linkHash }): Promise<string | null> => {
    work.require('town.set-up', town)
    if (await hasOperator(work)) return null
    await saveSetting(work, linkSetting, linkHash)
    return link
  },
)

export interface SetUp {
  readonly link: string
  readonly town: string
  readonly name: string
  readonly mail: string
  readonly language: string
  readonly imprint: Imprint
  readonly device: string
}

/** Whether this link may set up the town; for the page that shows the form. */
export const checkSetUpLink = prepared(
  async (platform, input: { readonly link: string }) => platform.hash(input.link),
  async (work: Work, linkHash): Promise<void> => {
    work.require('town.set-up', town)
    await requireLink(work, linkHash)
  },
)

/** The first operator names the town and its imprint; from here on everything is public. */
export const setUpTown = prepared(
  async (platform, input: SetUp) => ({
    ...input,
    linkHash: platform.hash(input.link),
    secret: newSessionSecret(platform),
  }),
  async (work: Work, input): Promise<{ token: string; accountId: string }> => {
    work.require('town.set-up', town)
    await requireLink(work, input.linkHash)
    await work.tx.deleteFrom('setting').where('name', '=', linkSetting).execute()
    const { accountId } = await writeAccount(work, {
      name: input.name,
      mail: input.mail,
      district: null,
      language: input.language,
      ageBand: '16+',
    })
    await writeAppointment(work, { accountId, role: 'operator', scope: 'town' })
    await saveSetting(work, 'town', input.town)
    await saveSetting(work, 'imprint', toJson(input.imprint))
    await createSession(work, accountId, input.device, input.secret)
    await queueMailTo(work, accountId, {
      kind: 'set-up',
      topic: null,
      data: townSetUpMail(input.town, `${work.platform.baseUrl}/betrieb`),
    })
    await work.record({ type: 'town.set-up', accountId })
    return { token: input.secret.token, accountId }
  },
)

/** Another name or imprint; the demo town brings its own. */
export async function changeTown(
  work: Work,
  input: { readonly town: string; readonly imprint: Imprint },
): Promise<void> {
  work.require('town.change', town)
  await saveSetting(work, 'town', input.town)
  await saveSetting(work, 'imprint', toJson(input.imprint))
  await work.record({ type: 'town.changed' })
}

async function requireLink(work: Work, linkHash: string): Promise<void> {
  if (await hasOperator(work)) throw refuse('set_up_done')
  const kept = await work.tx
    .selectFrom('setting')
    .select('value')
    .where('name', '=', linkSetting)
    .$if(work.platform.database.kind === 'postgres', (q) => q.forUpdate())
    .executeTakeFirst()
  if (kept?.value !== linkHash) throw refuse('link_not_valid')
}

async function hasOperator(work: Work): Promise<boolean> {
  const operator = await work.tx
    .selectFrom('appointment')
    .select('id')
    .where('role', '=', 'operator')
    .where('untilAt', 'is', null)
    .executeTakeFirst()
  return operator !== undefined
}

async function saveSetting(work: Work, name: string, value: string): Promise<void> {
  await work.tx
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
