import { cutOff } from './failure.ts'

export type XmlSteps = {
  open?: (name: string, attributes: Record<string, string>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
/** No tag, comment or entity of a workbook comes near this; text is handed on as it comes. */
const LONGEST_MARKUP = 1 << 20
const LONGEST_ENTITY = 12

const expanded = (text: string): string => {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  if (!plain.includes('&')) return plain
  return plain.replace(/&([^;&\s]*);?/g, (_, name: string) => {
    const code = /^#x([0-9a-f]{1,6})$/i.exec(name)?.[1] ?? /^#(\d{1,7})$/.exec(name)?.[1]
    if (code === undefined) {
      const named = NAMED[name]
      if (named === undefined) throw cutOff()
      return named
    }
    const point = Number.parseInt(code, name[1] === 'x' ? 16 : 10)
    if (point > 0x10ffff) throw cutOff()
    return String.fromCodePoint(point)
  })
}

const attributesOf = (tag: string, from: number): Record<string, string> => {
  const attributes: Record<string, string> = {}
  for (let at = from; ;) {
    const equals = tag.indexOf('=', at)
    if (equals < 0) return attributes
    let quote = equals + 1
    while (tag[quote] === ' ' || tag[quote] === '\n') quote += 1
    const mark = tag[quote]
    const end = mark === '"' || mark === "'" ? tag.indexOf(mark, quote + 1) : -1
    if (end < 0) throw cutOff()
    const value = tag.slice(quote + 1, end)
    // XML makes a line end inside an attribute a space.
    const line = value.includes('\n') || value.includes('\t') || value.includes('\r')
    attributes[tag.slice(at, equals).trim()] = expanded(line ? value.replace(/\r\n|[\n\t\r]/g, ' ') : value)
    at = end + 1
  }
}

const unprefixed = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Where a tag ends: the first `>` that stands in no attribute; -1 when it is not there yet. */
const tagEnd = (text: string, from: number): number => {
  let end = text.indexOf('>', from)
  for (let quote = nextQuote(text, from); quote >= 0 && quote < end; quote = nextQuote(text, quote + 1)) {
    const mark = text[quote] ?? '"'
    quote = text.indexOf(mark, quote + 1)
    if (quote < 0) return -1
    if (quote > end) end = text.indexOf('>', quote)
  }
  return end
}

const nextQuote = (text: string, from: number): number => {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 34 || code === 39) return at
    if (code === 62) return -1
  }
  return -1
}

/**
 * Reads just the XML that workbooks are made of, in pieces. Our own because a workbook is nearly all small cells, and a general
 * parser does much for each that nobody asks for. A DOCTYPE is refused, so there are no entities but the five and numbered ones:
 * no file is pulled in, nothing multiplies.
 */
export const xmlReader = (steps: XmlSteps) => {
  let buffer = ''
  let depth = 0
  let roots = 0

  const tag = (whole: string): void => {
    if (whole.charCodeAt(0) === 47) {
      depth -= 1
      if (depth < 0) throw cutOff()
      steps.close?.(unprefixed(whole.slice(1).trim()))
      return
    }
    const empty = whole.endsWith('/')
    const body = empty ? whole.slice(0, -1) : whole
    const space = body.search(/\s/)
    const name = unprefixed(space < 0 ? body : body.slice(0, space))
    if (depth === 0) roots += 1
    if (steps.open) steps.open(name, space < 0 ? {} : attributesOf(body, space))
    if (empty) steps.close?.(name)
    else depth += 1
  }

  /** Hands on what stands between tags; an entity that has not all come yet waits. */
  const words = (from: number, to: number, whole: boolean): number => {
    let end = to
    if (!whole) {
      const ampersand = buffer.lastIndexOf('&')
      if (ampersand >= from && to - ampersand < LONGEST_ENTITY && buffer.indexOf(';', ampersand) < 0) end = ampersand
    }
    if (end > from && depth > 0) steps.text?.(expanded(buffer.slice(from, end)))
    return end
  }

  /** The construct at `<`; returns where it ends, or -1 when it has not all come yet. */
  const markup = (at: number): number => {
    if (buffer.charCodeAt(at + 1) === 63) return after('?>', at + 2)
    if (buffer.charCodeAt(at + 1) !== 33) {
      const end = tagEnd(buffer, at)
      if (end < 0) return -1
      tag(buffer.slice(at + 1, end))
      return end + 1
    }
    if (buffer.length - at < 9) return -1
    if (buffer.startsWith('<!--', at)) return after('-->', at + 4)
    if (!buffer.startsWith('<![CDATA[', at)) throw cutOff()
    const end = after(']]>', at + 9)
    if (end >= 0) steps.text?.(buffer.slice(at + 9, end - 3))
    return end
  }

  const after = (mark: string, from: number): number => {
    const end = buffer.indexOf(mark, from)
    return end < 0 ? -1 : end + mark.length
  }

  return {
    write: (text: string): void => {
      buffer += text
      let at = 0
      for (;;) {
        const open = buffer.indexOf('<', at)
        if (open < 0) {
          at = words(at, buffer.length, false)
          break
        }
        words(at, open, true)
        at = open
        const next = markup(open)
        if (next < 0) break
        at = next
      }
      buffer = buffer.slice(at)
      if (buffer.length > LONGEST_MARKUP) throw cutOff()
    },
    end: (): void => {
      if (depth !== 0 || roots !== 1 || buffer.trim() !== '') throw cutOff()
    },
  }
}

/** Walks XML bytes and yields after each piece, so that the caller can hand on what has gathered. */
export async function* walkXml(bytes: AsyncIterable<Uint8Array>, steps: XmlSteps): AsyncGenerator<void> {
  const reader = xmlReader(steps)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of bytes) {
    reader.write(decoded(decoder, chunk))
    yield
  }
  reader.end()
  yield
}

const decoded = (decoder: TextDecoder, chunk: Uint8Array): string => {
  try {
    return decoder.decode(chunk, { stream: true })
  } catch {
    throw cutOff()
  }
}
