import type { Endpoint } from '#api/endpoint.ts'
import { mayLeave } from '#domain/coach/outgoing.ts'
import type { Handler } from '#server/http/handler.ts'
import { fail } from '#server/http/failure.ts'
import { coachFor } from './rules.ts'

type AnyHandler = Handler<Endpoint>

/**
 * Puts the wording check before every handler whose endpoint names words that go to a customer (`toCustomer`): a forbidden phrase keeps them
 * here, with its kind and a reply of our own, and nothing is written [P-35][H-42]. Blunt words are the writer's to decide, and are marked where
 * they are written. `content` is the folder of the pack the rules are read from; what `first` asks comes before the wording, so that words
 * against the law are on record as such whatever else is wrong with them.
 */
export const heedingWords = <H extends object>(
  handlers: H,
  contract: { readonly [K in keyof H]: Endpoint },
  content: string,
  first: {
    readonly [K in keyof H]?: H[K] extends (call: infer Call) => unknown ? (call: Call) => Promise<void> : never
  } = {},
): H => {
  const heeding = (Object.entries(contract) as [keyof H, Endpoint][]).flatMap(([key, { toCustomer }]) => {
    if (!toCustomer) return []
    const handle = handlers[key] as AnyHandler
    const ask = first[key] as ((call: Parameters<AnyHandler>[0]) => Promise<void>) | undefined
    const checked: AnyHandler = async (call) => {
      await ask?.(call)
      const texts = toCustomer(call.body as never).filter((text) => text.trim() !== '')
      if (texts.length > 0) {
        const coach = await coachFor(call.db, call.caller.branchId, content)
        const reasons = texts.flatMap((text) => mayLeave(coach, text).refused)
        if (reasons.length > 0) fail('rule.refused', { reasons })
      }
      return handle(call)
    }
    return [[key, checked] as const]
  })
  return { ...handlers, ...Object.fromEntries(heeding) }
}
