import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { system } from '#app/domain/actor.ts'
import { declareCreator } from '#app/domain/bodies/creator.server.ts'
import { postIdea } from '#app/domain/ideas/idea.server.ts'
import { openAccount } from '#app/domain/people/account.server.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import { eraseAccount } from '#app/domain/people/erase.server.ts'
import { exportAccount, ownTables } from '#app/domain/people/export.server.ts'
import { proveOwnMail, requestMailChange } from '#app/domain/people/mail-change.server.ts'
import { findVisitor, startSession } from '#app/domain/people/session.server.ts'
import { requestSignIn } from '#app/domain/people/sign-in.server.ts'
import { toEntry } from '#app/domain/search/entry.ts'
import german from '#app/i18n/de/people.json'
import { searchIndexFor } from '#db/search/index.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { newestMail } from './mails.ts'

describe.each(databases)('taking one’s data along, and leaving, on $name', (database) => {
  let town: TestTown
  beforeAll(async () => {
    town = await openTestTown(database)
  })
  afterAll(() => town.close())

  const signIn = (mail: string) =>
    town.does({ ...system }, requestSignIn, { mail, language: 'de', linkPage: 'http://x', linkEnd: '' })

  async function person(name: string, mail: string): Promise<Actor & { accountId: string }> {
    const { accountId } = await town.does(system, openAccount, {
      name,
      mail,
      district: 'welper',
      language: 'de',
      ageBand: '16+',
    })
    const actor = await findActor(town.platform.database.read, accountId, town.now)
    if (!actor) throw new Error('Nobody was opened.')
    return { ...actor, accountId }
  }

  /** Somebody who has left traces in many tables. */
  async function withTraces(name: string, mail: string, word: string) {
    const actor = await person(name, mail)
    const { accountId } = actor
    await signIn(mail)
    const session = await town.does(system, startSession, { accountId, device: 'Firefox', replaces: null })
    const { requestId } = await town.does(actor, requestMailChange, { language: 'de' })
    const { code = '' } = await newestMail(town, mail)
    const wanted = { requestId, code, mail: `neu-${mail}`, language: 'de' }
    expect(await town.does(actor, proveOwnMail, wanted)).toMatchObject({ kind: 'proven' })
    await town.does(actor, declareCreator, { branch: 'Musik', does: `Spielt ${word} auf Festen` })
    const idea = await town.does(actor, postIdea, {
      title: `Mehr ${word} im Park`,
      text: `Wir wünschen uns ${word} an jedem Sonntag.`,
      district: 'welper',
      language: 'de',
      authorName: null,
      secret: null,
      source: 'web',
      picture: null,
    })
    const db = town.platform.database.write
    const { conversationId } = await db
      .selectFrom('idea')
      .select('conversationId')
      .where('id', '=', idea.id)
      .executeTakeFirstOrThrow()
    const last = await db
      .selectFrom('contribution')
      .select((eb) => eb.fn.max('publicNumber').as('number'))
      .executeTakeFirst()
    const contributionId = town.platform.newId()
    await db
      .insertInto('contribution')
      .values({
        id: contributionId,
        publicNumber: Number(last?.number ?? 0) + 1,
        conversationId,
        number: 1,
        parentId: null,
        rootNumber: 1,
        depth: 0,
        authorId: accountId,
        authorFunction: null,
        move: 'proposal',
        text: `Ich bringe ${word} mit.`,
        html: `<p>Ich bringe ${word} mit.</p>`,
        sanitiser: 'test',
        language: 'de',
        replyCount: 0,
        postedAt: town.now,
        editedAt: null,
        deletedAt: null,
        hiddenAt: null,
        movedFromId: null,
        section: '',
        version: 1,
      })
      .execute()
    await db
      .insertInto('contributionVersion')
      .values({ contributionId, number: 1, text: `Früher: ${word}`, html: `<p>${word}</p>`, at: town.now })
      .execute()
    await searchIndexFor(town.platform.database.kind).put(
      db,
      toEntry({
        id: contributionId,
        kind: 'contribution',
        subjectId: idea.id,
        title: '',
        body: `Ich bringe ${word} mit.`,
      }),
    )
    return { actor, session, idea, contributionId }
  }

  /** Tables and columns in which a word stands, looked for in every one there is. */
  async function whereStands(word: string): Promise<readonly string[]> {
    const db = town.platform.database.read
    const found: string[] = []
    for (const table of await db.introspection.getTables()) {
      if (table.name.startsWith('kysely_')) continue
      const text = sql.join(
        table.columns.map((column) => sql`coalesce(cast(${sql.ref(column.name)} as text), '')`),
        sql` || ' ' || `,
      )
      const { rows } = await sql<{ found: number }>`select count(*) as found from ${sql.table(table.name)}
        where lower(${text}) like ${`%${word.toLowerCase()}%`}`.execute(db)
      if (Number(rows[0]?.found) > 0) found.push(table.name)
    }
    return found.filter((name) => !/_(?:data|idx|docsize|config|content)$/.test(name))
  }

  test('“remove” leaves no name, no address and no text anywhere; numbers and counts stay', async () => {
    const { actor, session, idea, contributionId } = await withTraces(
      'Hedwig Zitterpappel',
      'hedwig.zitterpappel@beispiel.example',
      'Drehleiern',
    )
    expect(await whereStands('zitterpappel')).toEqual(
      expect.arrayContaining(['account', 'mail', 'signInCode']),
    )
    expect(await whereStands('drehleiern')).toEqual(
      expect.arrayContaining([
        'idea',
        'ideaVersion',
        'contribution',
        'contributionVersion',
        'creator',
        'searchEntry',
      ]),
    )
    await town.does(actor, eraseAccount, { texts: 'remove' })
    expect(await whereStands('zitterpappel')).toEqual([])
    expect(await whereStands('drehleiern')).toEqual([])
    expect(await findVisitor(town.platform, session.token)).toBeNull()
    const db = town.platform.database.read
    expect(
      await db.selectFrom('idea').select(['number', 'state']).where('id', '=', idea.id).executeTakeFirst(),
    ).toEqual({ number: idea.number, state: 'withdrawn' })
    expect(
      await db
        .selectFrom('contribution')
        .select(['number', 'deletedAt'])
        .where('id', '=', contributionId)
        .executeTakeFirst(),
    ).toEqual({ number: 1, deletedAt: town.now })
    expect(town.news.map((one) => one.event.type)).toEqual(
      expect.arrayContaining(['session.ended', 'contribution.deleted', 'account.erased']),
    )
  })

  test('“leave” keeps the texts without a name', async () => {
    const { actor, idea } = await withTraces(
      'Gustav Silberdistel',
      'gustav.silberdistel@beispiel.example',
      'Alphorn',
    )
    await town.does(actor, eraseAccount, { texts: 'leave' })
    expect(await whereStands('silberdistel')).toEqual([])
    expect(await whereStands('alphorn')).toEqual(expect.arrayContaining(['idea', 'contribution']))
    const row = await town.platform.database.read
      .selectFrom('idea')
      .innerJoin('account', 'account.id', 'idea.authorId')
      .select(['idea.state', 'account.erasedAt', 'account.name'])
      .where('idea.id', '=', idea.id)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ state: 'talk', erasedAt: town.now, name: '' })
    expect(await town.tries(actor, eraseAccount, { texts: 'leave' })).toMatchObject({
      refusal: { reason: 'not_found' },
    })
  })

  test('the last operator cannot leave', async () => {
    const nadine = await town.person('Nadine', { role: 'operator' })
    expect(await town.tries(nadine, eraseAccount, { texts: 'leave' })).toMatchObject({
      refusal: { reason: 'last_operator' },
    })
    await town.person('Zweite', { role: 'operator' })
    await town.does(nadine, eraseAccount, { texts: 'leave' })
  })

  test('an export has one’s own rows of every table and none of another person', async () => {
    const mine = await withTraces('Berta Mein', 'berta.mein@beispiel.example', 'Fagott')
    await withTraces('Anton Fremd', 'anton.fremd@beispiel.example', 'Kontrabass')
    const parts = await exportAccount(town.ask(mine.actor))
    const text = JSON.stringify(parts)
    for (const word of ['Berta Mein', 'berta.mein@beispiel.example', 'Fagott', 'Früher: Fagott', 'Firefox']) {
      expect(text).toContain(word)
    }
    expect(text).not.toMatch(/Fremd|Kontrabass|tokenHash|codeHash|secretHash/)
    expect(parts.map((part) => part.table)).toEqual(
      expect.arrayContaining(['account', 'session', 'creator', 'idea', 'follow', 'contribution', 'event']),
    )
    await expect(exportAccount(town.ask())).rejects.toMatchObject({ reason: 'sign_in_first' })
  })

  test('every table that points at an account is exported, and every column has a word', async () => {
    const known = new Set(ownTables.map((own) => `${own.table}.${own.whose}`))
    /** Others' rows in which a person stands as the one who decided, and codes, which are no more than their hashes. */
    const aside = new Set([
      'appointment.byId',
      'creator.confirmedById',
      'report.decidedById',
      'measure.byId',
      'measure.confirmedById',
      'appeal.decidedById',
      'creatorObjection.decidedById',
      'electionObjection.decidedById',
    ])
    const tables = await town.platform.database.read.introspection.getTables()
    const pointing = tables.flatMap((table) =>
      table.columns
        .map((column) => column.name)
        .filter((name) =>
          /^(?:account|author|owner|reporter|affected|actor|by|decidedBy|confirmedBy)Id$/.test(name),
        )
        .map((name) => `${table.name}.${name}`),
    )
    expect(pointing.filter((place) => !known.has(place) && !aside.has(place))).toEqual([])

    const words = german.export.column as Record<string, string>
    const missing = ownTables.flatMap((own) => {
      const columns = tables.find((table) => table.name === own.table)?.columns ?? []
      return columns
        .map((column) => column.name)
        .filter((name) => !own.without?.includes(name) && !(name in words))
        .map((name) => `${own.table}.${name}`)
    })
    expect(missing).toEqual([])
  })
})
