// Knows the milestones every programme starts with; months after the start.
import type { Milestone } from './programme.ts'

export const standardMilestones = [
  { slug: 'start', month: 0, needs: 'start' },
  { slug: 'survey', month: 3, needs: 'decision' },
  { slug: 'raw-text', month: 6, needs: 'written' },
  { slug: 'first-reading', month: 9, needs: 'consulted' },
  { slug: 'trial', month: 12, needs: 'decision' },
  { slug: 'second-reading', month: 18, needs: 'decision' },
  { slug: 'final-text', month: 22, needs: 'ready' },
  { slug: 'adoption', month: 24, needs: 'adopted' },
] as const satisfies readonly Omit<Milestone, 'reachedOn'>[]

export type MilestoneSlug = (typeof standardMilestones)[number]['slug']
