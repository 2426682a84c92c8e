// What people may need to take part: told to those who prepare the meeting, and to nobody else.
export const needKinds = [
  'step-free',
  'loop',
  'sign-language',
  'captions',
  'language',
  'child-care',
  'company',
] as const
export type NeedKind = (typeof needKinds)[number]
