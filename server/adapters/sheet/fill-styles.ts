/** The cell styles of a workbook, to which styles for figures may be added. */
export type StyleBook = {
  /**
   * The style for a number in a cell of a style: the same one where it shows numbers its own way, else a copy of it that
   * shows a plain number or, with `share`, a percentage.
   */
  numeric: (style: number, share: boolean) => number
  xml: () => string
}

const GENERAL = 0
const TEXT = 49
/** Built in: `0.0%` is not among them, `0.00%` is. */
const PERCENT = 10

/** Reads `styles.xml`; without one every cell keeps style 0. */
export const styleBook = (xml: string): StyleBook => {
  const block = /<((?:\w+:)?)cellXfs\b[^>]*>([\s\S]*?)<\/\1cellXfs>/.exec(xml)
  if (!block) return { numeric: (style) => style, xml: () => xml }
  const prefix = block[1] ?? ''
  const styles = [
    ...(block[2] ?? '').matchAll(new RegExp(`<${prefix}xf\\b[^>]*?(?:/>|>[\\s\\S]*?</${prefix}xf>)`, 'g')),
  ].map(([one]) => one)
  const known = styles.length
  const made = new Map<string, number>()
  const numeric = (style: number, share: boolean): number => {
    const from = styles[style]
    if (from === undefined) return style
    const format = Number(/\snumFmtId="(\d+)"/.exec(from)?.[1] ?? GENERAL)
    const wanted = share ? PERCENT : GENERAL
    if (format !== TEXT && (format !== GENERAL || wanted === GENERAL)) return style
    const key = `${style} ${wanted}`
    const place = made.get(key) ?? styles.push(formatted(from, wanted)) - 1
    made.set(key, place)
    return place
  }
  return {
    numeric,
    xml: () => {
      if (styles.length === known) return xml
      const body = `<${prefix}cellXfs count="${styles.length}">${styles.join('')}</${prefix}cellXfs>`
      return xml.slice(0, block.index) + body + xml.slice(block.index + block[0].length)
    },
  }
}

const formatted = (xf: string, format: number): string => {
  const bare = xf.replace(/\s(?:numFmtId|applyNumberFormat|quotePrefix)="[^"]*"/g, '')
  return bare.replace(/^(<(?:\w+:)?xf\b)/, `$1 numFmtId="${format}" applyNumberFormat="1"`)
}
