import { describe, expect, test } from 'vitest'
import type { Field } from '#app/domain/form.ts'
import { readForm } from '#app/http/form.ts'

async function read(field: Field, typed: string) {
  const posted = new FormData()
  posted.set('field', typed)
  const form = await readForm({ field }, posted)
  return form.ok ? { value: (form.values as { field: unknown }).field } : form.problems.field
}

const number = { type: 'number', min: 0, max: 9 } as const
describe.each([true, false])('a field of which it is said that it is required: %s', (required) => {
  test.each([
    [{ ...number, required }, 'viele', { error: 'not_a_number', min: 0, max: 9 }],
    [{ ...number, required }, '77', { error: 'not_a_number', min: 0, max: 9 }],
    [{ ...number, required }, '7', { value: 7 }],
    [{ type: 'mail', required } as const, 'name@', { error: 'not_a_mail' }],
    [{ type: 'mail', required } as const, 'A@Beispiel.example', { value: 'a@beispiel.example' }],
    [{ type: 'date', required } as const, '2027-02-30', { error: 'not_a_date' }],
    [{ type: 'choice', options: ['a'], required } as const, 'b', { error: 'not_a_choice' }],
  ])('%j with “%s” is told apart', async (field, typed, told) => {
    expect(await read(field as Field, typed)).toEqual(told)
  })

  test('and left empty is missing only where it is', async () => {
    for (const field of [
      { ...number, required },
      { type: 'mail', required },
      { type: 'date', required },
    ])
      expect(await read(field as Field, '')).toEqual(required ? { error: 'missing' } : { value: null })
  })
})
