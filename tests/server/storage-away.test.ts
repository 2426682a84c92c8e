import { expect, test } from 'vitest'
import { typedOf } from '#app/http/form.ts'
import { isBusy, isDatabaseAway, isStorageFull } from '#db/errors.ts'

const error = (code: string, message = '') => Object.assign(new Error(message), { code })

test('a full disk, a lock and a database that is away are told apart from faults of ours', () => {
  for (const code of ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', '53100', 'ENOSPC'])
    expect([code, isStorageFull(error(code))]).toEqual([code, true])
  for (const code of [
    '57P01',
    '57P03',
    '08006',
    'ECONNREFUSED',
    'ECONNRESET',
    '53300',
    'EMFILE',
    'SQLITE_CANTOPEN',
  ])
    expect([code, isDatabaseAway(error(code))]).toEqual([code, true])
  for (const message of [
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
  ])
    expect([message, isDatabaseAway(new Error(message))]).toEqual([message, true])
  expect(isBusy(error('SQLITE_BUSY'))).toBe(true)
  for (const ours of [
    error('23505'),
    error('SQLITE_ERROR'),
    error('SQLITE_CORRUPT'),
    new TypeError('x'),
    null,
  ])
    expect([isStorageFull(ours), isDatabaseAway(ours), isBusy(ours)]).toEqual([false, false, false])
})

test('what was typed is kept, a name once or several times, files left out, however many fields somebody sends', () => {
  const form = new FormData()
  form.append('text', 'Hallo')
  form.append('goal', '1.1')
  form.append('goal', '2.3')
  form.append('picture', new Blob(['x']))
  expect(typedOf(form)).toEqual({ text: 'Hallo', goal: ['1.1', '2.3'], picture: '' })
  for (let number = 0; number < 20_000; number++) form.append(`field-${number}`, '1')
  expect(Object.keys(typedOf(form))).toHaveLength(20_003)
})
