// What an idea's page hands to its parts: exactly what its loader gives.
import type { loader } from '#app/routes/ideas/idea.tsx'

type Loaded = Awaited<ReturnType<typeof loader>>
export type IdeaPageData = Exclude<Loaded, Response>
export interface PartProps {
  readonly page: IdeaPageData
}
