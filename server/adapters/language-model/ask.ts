import { ok, refuse, type Result } from '#domain/kernel/result.ts'

/** An endpoint that speaks the OpenAI protocol: of a provider, or a model of one's own in the same net. */
export type LanguageModel = { url: string; model: string; key: string | null }

export type ModelFault = 'model.unreachable' | 'model.unclear'

const PATIENCE_MS = 20_000
const MOST_TOKENS = 300

/** One answer to one question; a fault instead of an exception for everything another machine can do wrong. */
export const askModel = async (
  { url, model, key }: LanguageModel,
  asked: { instruction: string; text: string },
): Promise<Result<string, ModelFault>> => {
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify({
        model,
        temperature: 0.3,
        max_tokens: MOST_TOKENS,
        messages: [
          { role: 'system', content: asked.instruction },
          { role: 'user', content: asked.text },
        ],
      }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (!response.ok) return refuse('model.unreachable')
    const text = answerIn(await response.json())
    return text === '' ? refuse('model.unclear') : ok(text)
  } catch {
    return refuse('model.unreachable')
  }
}

const answerIn = (reply: unknown): string => {
  const { choices } = (reply ?? {}) as { choices?: { message?: { content?: unknown } }[] }
  const content = Array.isArray(choices) ? choices[0]?.message?.content : undefined
  return typeof content === 'string' ? unquoted(content.trim()) : ''
}

/** Models like to put what they propose into quotation marks. */
const unquoted = (text: string): string => /^["“「](.*)["”」]$/s.exec(text)?.[1]?.trim() ?? text
