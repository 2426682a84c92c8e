/** A few of each sort, tried wherever the project runs; the long list beside it is tried where it is there. */
export const known: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  '</title><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<svg onload=alert(1)>',
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
  '\u2028alert(1)//',
  '<!--<script>',
  '&lt;img src=x onerror=alert(1)&gt;',
]
