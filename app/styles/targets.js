/** The oldest browsers whose eyes we serve: version numbers as Lightning CSS counts them (major << 16 | minor << 8). */
export default {
  safari: 12 << 16,
  ios_saf: 12 << 16,
  chrome: 80 << 16,
  firefox: 78 << 16,
  edge: 80 << 16,
}
