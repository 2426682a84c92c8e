// Keeps an open page of the house fresh: whatever happens inside loads it again, under the reader's own right.
import { useRevalidator } from '@remix-run/react'
import { useLive } from '#app/live/use-live.ts'

export function useCouncilNews(asOf: number, topic = 'council'): void {
  const { revalidate } = useRevalidator()
  useLive({ topic, asOf, on: true, onNews: revalidate, onStale: revalidate, onRefused: revalidate })
}
