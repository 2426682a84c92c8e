// Rooms whose pages stand and which nobody has told the probe of yet: their cells count as untested in every report.
// A line goes when its room is told; a new address, form, action or topic that is not here is a finding.

/** Beginnings of addresses, of actions, and of live topics. */
export const waiting: readonly string[] = [
  '/sprecherrat/',
  '/abstimmungen/',
  '/standards/',
  '/runder-tisch/',
  'council.',
  'creator.object',
  'creator.decide-objection',
  'election.',
  'poll.',
  'ballot.',
  'standard.',
  'amendment.',
  'declaration.',
  'programme.',
  'meeting.',
]
