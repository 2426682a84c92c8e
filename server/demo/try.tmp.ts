import { openPlatform } from '#server/platform.ts'
import { readSettings } from '#server/settings.ts'
import { playTown } from './play.ts'

const settings = readSettings({ ...process.env, STIMMTISCH_DEMO: '1', LOG_LEVEL: 'warn' })
const p = await openPlatform(settings)
const t = Date.now()
await playTown(p, new Date().toISOString())
console.log('ms', Date.now() - t)
const db = p.database.read
for (const tb of [
  'account',
  'idea',
  'contribution',
  'event',
  'job',
  'notice',
  'mail',
  'measure',
  'appeal',
  'report',
  'support',
  'reaction',
  'lifelineStep',
  'picture',
  'searchEntry',
] as const)
  console.log(
    tb,
    await db
      .selectFrom(tb as 'idea')
      .select((eb) => eb.fn.countAll().as('n'))
      .executeTakeFirst(),
  )
console.log(
  await db
    .selectFrom('idea')
    .select(['state', (eb) => eb.fn.countAll().as('n')])
    .groupBy('state')
    .execute(),
)
console.log(
  await db
    .selectFrom('job')
    .select(['kind', 'lastError', 'dueAt'])
    .where('lastError', 'is not', null)
    .execute(),
)
console.log(
  await db
    .selectFrom('job')
    .select(['kind', (eb) => eb.fn.countAll().as('n')])
    .where('doneAt', 'is', null)
    .groupBy('kind')
    .execute(),
)
await p.close()
