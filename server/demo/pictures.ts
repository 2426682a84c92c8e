// Pictures for the ideas that have one: drawn from plain shapes, so that no photograph of anybody is needed.
import sharp from 'sharp'

const paper = '#f3efe6'
const ink = '#2b2a33'
const wood = '#8a5a3b'
const sky = '#cfe0e8'
const leaf = '#5f7f4f'

const box = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`
const disc = (x: number, y: number, radius: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`
const line = (path: string, width = 8, colour = ink) =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
const shape = (path: string, fill: string) => `<path d="${path}" fill="${fill}"/>`

/** By the number of the idea; its alternative text stands in the story. */
const drawings: Readonly<Record<number, string>> = {
  1: [
    box(0, 0, 800, 600, paper),
    box(470, 90, 230, 330, wood),
    disc(520, 270, 10, paper),
    ...[0, 1, 2, 3, 4, 5].map((step) =>
      box(330 - step * 45, 420 + step * 30, 470 + step * 45, 31, step % 2 ? '#b9b3a6' : '#a39c8d'),
    ),
    line('M110 560 L140 340 L190 340 M140 340 L200 560 M120 480 L180 480'),
    disc(112, 566, 14, ink),
    disc(200, 566, 14, ink),
  ].join(''),
  3: [
    box(0, 0, 800, 600, '#d8c9ae'),
    box(120, 120, 560, 420, '#4b4a52'),
    ...[0, 1, 2].map((bar) => box(120, 120 + bar * 26, 560, 18, '#9c9689')),
    box(170, 420, 300, 24, wood),
    box(190, 444, 20, 90, wood),
    box(430, 444, 20, 90, wood),
    box(210, 380, 40, 40, '#c0392b'),
    box(265, 370, 40, 50, '#2e6fa7'),
    box(320, 385, 40, 35, '#e0a526'),
    box(510, 250, 130, 200, paper),
    shape('M520 440 Q560 330 590 380 T630 300 L630 440 Z', leaf),
  ].join(''),
  6: [
    box(0, 0, 800, 600, paper),
    box(90, 60, 240, 540, wood),
    disc(300, 340, 12, paper),
    `<rect x="420" y="150" width="260" height="260" rx="28" fill="#1f4e8c"/>`,
    line('M480 330 Q470 220 545 215 Q620 215 612 285 Q606 325 575 340 Q560 350 556 380', 18, '#ffffff'),
    line('M510 290 Q512 252 545 252 Q578 252 574 285', 14, '#ffffff'),
    line('M632 350 L664 350 M648 350 L648 394', 14, '#ffffff'),
  ].join(''),
  7: [
    box(0, 0, 800, 600, '#221f2e'),
    ...[0, 1, 2, 3, 4, 5, 6].map((fold) => box(40 + fold * 115, 0, 46, 600, '#2d2940')),
    shape('M0 120 L800 330 L800 470 L0 560 Z', '#39344f'),
    line(
      'M210 470 L270 380 M270 380 L250 230 M270 380 L300 215 M270 380 L345 235 M270 380 L375 290',
      36,
      '#e3b58f',
    ),
    line(
      'M590 480 L530 390 M530 390 L545 240 M530 390 L495 225 M530 390 L450 250 M530 390 L420 330',
      36,
      '#8d5a3a',
    ),
  ].join(''),
  9: [
    box(0, 0, 800, 600, paper),
    line('M0 40 L800 40 M0 150 L800 150 M60 40 L180 150 M740 40 L620 150 M400 40 L400 150', 20, '#6b4630'),
    box(130, 200, 540, 320, '#3d4a55'),
    box(150, 220, 500, 280, '#c9d8dd'),
    line('M340 490 L400 250 L460 490 M360 420 L440 420 M375 360 L425 360 M388 305 L412 305', 12, wood),
    box(100, 520, 600, 30, '#9c9689'),
  ].join(''),
  13: [
    box(0, 0, 800, 600, sky),
    shape('M0 330 Q160 180 330 300 T800 250 L800 420 L0 420 Z', leaf),
    shape(
      'M520 250 L520 150 L550 150 L550 180 L580 180 L580 120 L620 120 L620 180 L660 180 L660 250 Z',
      '#8d8577',
    ),
    box(0, 410, 800, 190, '#7fa8b8'),
    shape('M180 440 L560 440 L520 510 L220 510 Z', '#b5382c'),
    box(260, 370, 190, 70, paper),
    ...[0, 1, 2].map((window) => box(278 + window * 58, 388, 38, 30, '#3d4a55')),
    line('M0 545 Q100 530 200 545 T400 545 T600 545 T800 545', 6, '#dfeaee'),
  ].join(''),
  16: [
    box(0, 0, 800, 600, '#cdc6ba'),
    ...[0, 1, 2, 3].map((pillar) => box(60 + pillar * 210, 0, 26, 380, '#7d4b36')),
    box(0, 60, 800, 22, '#7d4b36'),
    box(80, 380, 640, 40, '#ffffff'),
    box(110, 420, 24, 150, wood),
    box(666, 420, 24, 150, wood),
    ...[
      [180, '#6d6d78', '#d9d6cf'],
      [300, '#2e6fa7', '#6b4630'],
      [430, '#b5382c', '#d9d6cf'],
      [560, '#5f7f4f', '#2b2a33'],
    ].map(
      ([x, coat, hair]) =>
        disc(Number(x), 250, 42, '#e3b58f') +
        shape(`M${Number(x) - 44} 245 Q${x} 175 ${Number(x) + 44} 245 Z`, String(hair)) +
        shape(`M${Number(x) - 62} 380 Q${x} 270 ${Number(x) + 62} 380 Z`, String(coat)),
    ),
    box(330, 356, 110, 30, '#1f2a44'),
  ].join(''),
  22: [
    box(0, 0, 800, 600, sky),
    shape('M0 360 Q220 280 460 350 T800 320 L800 600 L0 600 Z', '#8fae72'),
    shape('M0 440 Q260 390 520 450 T800 430 L800 600 L0 600 Z', leaf),
    box(390, 130, 18, 380, '#6d6d78'),
    disc(399, 120, 56, '#e0a526'),
    line('M378 146 L378 96 M420 146 L420 96 M378 121 L420 121', 12, '#2f6b34'),
    shape('M345 250 Q400 238 455 252 L450 380 Q420 366 398 382 Q372 366 348 378 Z', '#fffdf6'),
    line('M365 280 L435 282 M365 305 L420 306 M365 330 L432 332', 7, '#8d8577'),
  ].join(''),
}

const svgReader = { operation: ['VipsForeignLoadSvgBuffer'] }

/**
 * Every drawing as a PNG of 800 by 600. The reader for SVG stays shut in this house, since people send files; it is
 * opened for our own drawings alone, before anybody is served.
 */
export async function drawPictures(): Promise<ReadonlyMap<number, Uint8Array>> {
  sharp.unblock(svgReader)
  try {
    const drawn = Object.entries(drawings).map(async ([number, content]) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600" viewBox="0 0 800 600">${content}</svg>`
      return [Number(number), new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer())] as const
    })
    return new Map(await Promise.all(drawn))
  } finally {
    sharp.block(svgReader)
  }
}
