// One deed of the story, and when it happened. The player puts them all into the order of time.
export interface Scene {
  readonly daysAgo: number
  readonly play: () => Promise<unknown>
}

export const hour = 1 / 24
export const minute = hour / 60
