import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const tokens = readFileSync(new URL('../../app/styles/tokens.css', import.meta.url), 'utf8')
const schemes = ['light', 'dark'] as const
type Scheme = (typeof schemes)[number]

const colours = ['ruhr', 'altstadt', 'kultur', 'moss', 'amber']
const grounds = ['paper', 'paper-deep', 'paper-field']

/** What is written on what. Each colour also stands on its own soft ground, and ink on every ground. */
const text: readonly (readonly [string, string])[] = [
  ...grounds.flatMap((ground) => ['ink', 'ink-2', ...colours].map((colour) => [colour, ground] as const)),
  ...colours.map((colour) => [colour, `${colour}-soft`] as const),
  ...colours.map((colour) => ['ink', `${colour}-soft`] as const),
  // hints and quiet words inside alerts, and the struck word of a change
  ...colours.map((colour) => ['ink-2', `${colour}-soft`] as const),
  // words on a filled button: paper on the colour of the house, or on ink when pointed at
  ...['ink', 'ruhr', 'altstadt', 'kultur'].map((ground) => ['paper', ground] as const),
]

/** Edges of fields and buttons, rings, arcs, seats, the focus outline. */
const controls: readonly (readonly [string, string])[] = grounds.flatMap((ground) =>
  ['line-strong', 'ink', ...colours].map((colour) => [colour, ground] as const),
)

describe.each(schemes)('in the %s scheme', (scheme) => {
  it.each(text)('%s can be read on %s (7 to 1)', (colour, ground) => {
    expect(contrast(token(colour, scheme), token(ground, scheme))).toBeGreaterThanOrEqual(7)
  })

  it.each(controls)('%s can be seen on %s (3 to 1)', (colour, ground) => {
    expect(contrast(token(colour, scheme), token(ground, scheme))).toBeGreaterThanOrEqual(3)
  })
})

it('the measure is the one of WCAG: black on white is 21, a colour on itself is 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#7d2417', '#7d2417')).toBe(1)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

/** The value as the tokens file first gives it: before the media queries, which only raise contrast. */
function token(name: string, scheme: Scheme): string {
  const found = new RegExp(`--${name}:\\s*light-dark\\((#[0-9a-f]{6}),\\s*(#[0-9a-f]{6})\\)`).exec(tokens)
  const value = scheme === 'light' ? found?.[1] : found?.[2]
  if (!value) throw new Error(`tokens.css has no colour '${name}'.`)
  return value
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
}
