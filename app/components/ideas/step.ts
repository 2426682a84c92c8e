// What every step of a new idea is given.
import type { FieldOption } from '#app/components/field.tsx'
import type { StepAnswer } from '#app/routes/ideas/new-steps.server.ts'

export type { StepAnswer }

export interface StepProps {
  readonly formKey: string
  readonly districts: readonly FieldOption[]
  readonly account: { readonly name: string; readonly protected: boolean } | null
  readonly draft: StepAnswer['draft']
}
