// Names on the ballot of an election: the terms hold their hashes only, so that a name can go and the terms stay as they were.
import { sha256, textBytes, toHex } from './bytes.ts'
import { canonical } from './canonical.ts'
import type { Manifest } from './manifest.ts'

/** A name beside the terms, with what its hash was made with. Without the salt nobody can guess a name from its hash. */
export interface OpenedName {
  readonly key: string
  readonly title: string
  readonly salt: string
}

/** SHA-256 in hexadecimal. */
export async function hashName({ title, salt }: Pick<OpenedName, 'title' | 'salt'>): Promise<string> {
  return toHex(await sha256(textBytes(canonical([salt, title]))))
}

/** The names that are not those the terms were frozen with. One that is missing was taken away and is no fault. */
export async function wrongNames(
  { options }: Pick<Manifest, 'options'>,
  names: readonly OpenedName[],
): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const name of names) {
    const frozen = options.find(({ key }) => key === name.key)
    if (frozen?.nameHash !== (await hashName(name))) wrong.push(name.title)
  }
  return wrong
}
