import { readdirSync } from 'node:fs'
import path from 'node:path'

/** The TypeScript sources below these folders, as paths from the project's root. */
export function listSources(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.posix.join(folder, file.split(path.sep).join('/'))),
  )
}
