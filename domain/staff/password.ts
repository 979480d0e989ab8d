import type { Said } from '#domain/kernel/said.ts'

/** Why a password is too easy to guess. */
export type PasswordFacts = {
  'password.common': Record<string, never>
  'password.pattern': Record<string, never>
  'password.digits': Record<string, never>
  'password.own': Record<string, never>
}

/** What must stay of a password once the words everybody knows of its owner are taken out. */
const LEAST_OF_ITS_OWN = 6

/** Up to here figures alone are a telephone number, a birthday, an identity card. */
const FIGURES_EVERYBODY_FINDS = 18

/**
 * Why somebody may not choose this password: it is a list's, alone or with figures and signs around it; it is a row of the keyboard or the alphabet; it
 * is figures only; or hardly anything stays without the login, the person's name and the branch's, which `own` holds as they are written and as they
 * sound. Null for one that will do. Length is the contract's matter. Passwords in use are never asked (NIST SP 800-63B, 5.1.1.2).
 */
export const passwordRefusal = (
  password: string,
  own: readonly string[],
  isCommon: (word: string) => boolean,
): Said<PasswordFacts> | null => {
  const low = password.normalize('NFKC').toLowerCase()
  if (/^\d+$/.test(low) && low.length <= FIGURES_EVERYBODY_FINDS) return { code: 'password.digits', params: {} }
  if (isRepeated(low) || isRun(low)) return { code: 'password.pattern', params: {} }
  if (spellings(low).some(isCommon)) return { code: 'password.common', params: {} }
  return withoutOwn(low, own).length < LEAST_OF_ITS_OWN ? { code: 'password.own', params: {} } : null
}

/** One to five characters over and over, the last time perhaps cut short. */
const isRepeated = (text: string): boolean =>
  [1, 2, 3, 4, 5].some((length) => text === text.slice(0, length).repeat(text.length).slice(0, text.length))

/** Each character the next of the one before, or the one before it: abcdefgh, 9876543210. */
const isRun = (text: string): boolean => {
  const steps = [...text].slice(1).map((character, i) => character.charCodeAt(0) - text.charCodeAt(i))
  const up = steps.every((step) => step === 1 || step === -9)
  return up || steps.every((step) => step === -1 || step === 9)
}

const written: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** A password as a list may have it: whole, without what stands around its letters, and with letters where figures stand for them. */
const spellings = (low: string): string[] => {
  const bare = low.replace(/[\s._-]/g, '')
  const lettered = (text: string): string => [...text].map((each) => written[each] ?? each).join('')
  const inner = (text: string): string => text.replace(/^[^a-z]+|[^a-z]+$/g, '')
  return [low, bare, inner(low), inner(bare), lettered(bare), lettered(inner(bare))]
}

/** What stays of letters and figures once these words are gone, the longest first; one of two characters would cut other words up. */
const withoutOwn = (low: string, own: readonly string[]): string =>
  own
    .map((word) => lettersOf(word.toLowerCase()))
    .filter((word) => word.length > (/\p{Script=Han}/u.test(word) ? 1 : 2))
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, ' '), lettersOf(low))
    .replace(/ |20\d\d|19\d\d/g, '')

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')
