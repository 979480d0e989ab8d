import { SaxesParser } from 'saxes'
import { cutOff } from './failure.ts'

export type XmlSteps = {
  open?: (name: string, attributes: Record<string, string>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Walks XML in pieces and yields after each piece, so that the caller can hand on what has gathered. Saxes expands only the five
 * built-in entities: a DOCTYPE's own entities, inner or external, are a fault, so neither files nor bombs are pulled in.
 */
export async function* walkXml(bytes: AsyncIterable<Uint8Array>, steps: XmlSteps): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  parser.on('error', () => {
    throw cutOff()
  })
  parser.on('opentag', (tag) => steps.open?.(local(tag.name), tag.attributes))
  parser.on('closetag', (tag) => steps.close?.(local(tag.name)))
  parser.on('text', (text) => steps.text?.(text))
  parser.on('cdata', (text) => steps.text?.(text))
  for await (const chunk of bytes) {
    parser.write(decode(decoder, chunk))
    yield
  }
  parser.close()
  yield
}

const decode = (decoder: TextDecoder, chunk: Uint8Array): string => {
  try {
    return decoder.decode(chunk, { stream: true })
  } catch {
    throw cutOff()
  }
}
