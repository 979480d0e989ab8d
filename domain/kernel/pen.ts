/** A point of a stroke on the pad, in hundredths of its height; the pad is three times as wide as high. */
export type Point = { x: number; y: number }

/** The box every signature is drawn in, so that screen and paper show the same. */
export const penBox = { width: 300, height: 100 } as const

/** Longer than this is no signature but a drawing; it would not fit a field either. */
export const MOST_PEN_TEXT = 12_000

const within = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)))

/** Strokes as SVG path data of whole numbers: `M12 40L13 42`. A tap alone is a dot. Points that repeat the last are left out. */
export const penPath = (strokes: readonly (readonly Point[])[]): string =>
  strokes
    .map((stroke) => {
      const places = stroke.map(({ x, y }) => `${within(x, penBox.width)} ${within(y, penBox.height)}`)
      const kept = places.filter((place, index) => index === 0 || place !== places[index - 1])
      const [first, ...rest] = kept
      if (first === undefined) return ''
      return `M${first}${rest.length === 0 ? `L${first}` : rest.map((place) => `L${place}`).join('')}`
    })
    .join('')

/** Whether a text is the path of a signature and nothing else: it is drawn on pages and paper, so nothing but moves and lines. */
export const isPenPath = (text: string): boolean =>
  text.length <= MOST_PEN_TEXT &&
  /^(M\d{1,3} \d{1,3}(L\d{1,3} \d{1,3})+)+$/.test(text) &&
  [...text.matchAll(/(\d+) (\d+)/g)].every(([, x, y]) => Number(x) <= penBox.width && Number(y) <= penBox.height)
