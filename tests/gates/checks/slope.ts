// How fast something grows: the slope of the straight line that lies closest to what was measured.

export function slopeAnHour(measured: readonly { readonly minute: number; readonly mb: number }[]): number {
  const n = measured.length
  if (n < 2) return 0
  const middle = (of: 'minute' | 'mb') => measured.reduce((sum, one) => sum + one[of], 0) / n
  const [minute, mb] = [middle('minute'), middle('mb')]
  const rise = measured.reduce((sum, one) => sum + (one.minute - minute) * (one.mb - mb), 0)
  const run = measured.reduce((sum, one) => sum + (one.minute - minute) ** 2, 0)
  return run === 0 ? 0 : (rise / run) * 60
}
