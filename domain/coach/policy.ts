import { z } from 'zod'
import { type CustomerKind, customerKinds } from '#domain/playbook/definition.ts'

const both = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const words = z.array(z.string().min(2)).min(1)

/** A rule as a customer can hear it: what it protects them from, the rule, and what can be done within it [H-43]. */
export const policyFileSchema = z.strictObject({
  policies: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]+(?:-[a-z]+){0,3}$/),
        kinds: z.array(z.enum(customerKinds)).min(1),
        title: both,
        protects: both,
        rule: both,
        instead: both,
        /** What customers say when it comes up. */
        words: z.strictObject({ zh: words, en: words }),
      }),
    )
    .min(1),
})

export type Policy = z.infer<typeof policyFileSchema>['policies'][number]

/** More cards than this at once are not read while talking. */
const MOST = 2

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** An English word is found whole or with an ending, a Chinese one anywhere. */
const says = (text: string, word: string): boolean => {
  const sought = plain(word)
  if (!/^[a-z]/.test(sought)) return text.includes(sought)
  return new RegExp(`\\b${sought.replaceAll(/[^a-z0-9 ]/g, '')}(?:s|ed|d)?\\b`).test(text)
}

/** The rules that what was said brings up, the one most was said of first [H-43]. */
export const policiesIn = (text: string, kind: CustomerKind, policies: readonly Policy[]): Policy[] => {
  const said = plain(text)
  return policies
    .filter(({ kinds }) => kinds.includes(kind))
    .map((policy) => ({
      policy,
      found: [...policy.words.zh, ...policy.words.en].filter((word) => says(said, word)).length,
    }))
    .filter(({ found }) => found > 0)
    .toSorted((a, b) => b.found - a.found)
    .slice(0, MOST)
    .map(({ policy }) => policy)
}
