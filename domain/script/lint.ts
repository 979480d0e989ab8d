import { type LintFinding, markedIn, reach, type Spoken, thanks } from '#domain/coach/lint-playbook.ts'
import type { Coach } from '#domain/coach/ready.ts'
import type { Language } from '#domain/kernel/said.ts'
import type { Text } from '#domain/playbook/field.ts'
import { slotsOf } from '#domain/playbook/slot.ts'
import type { Script, ScriptFile, TextFile, TouchText, Wording } from './definition.ts'
import { lengthOf, pitchSentenceMost, spokenMost, writtenMost } from './length.ts'
import type { ScriptRole } from './moment.ts'

const languages = ['zh', 'en'] as const

/** Words at their place, whether a first contact opens with them, and whether they are what is left when a fact is missing. */
type Version = Spoken & { spare: boolean }
type Lacking = Exclude<LintFinding['said']['code'], 'lint.marked' | 'lint.long'>

/** Every file of call words as the customer will hear it [H-42][H-44][S-30]. */
export const lintScripts = (coach: Coach, file: ScriptFile): LintFinding[] =>
  file.scripts.flatMap((script) => lintWording(coach, script))

/**
 * One script, or a lead's new version of it: nothing the coach marks; openings and closings with a form of address; thanks and a way to be reached
 * in closings; two times where one is asked for; sorry in an apology; short enough to be said.
 */
export const lintWording = (coach: Coach, script: Wording & Pick<Script, 'id' | 'roles'>): LintFinding[] => {
  const { roles } = script
  const has = (...wanted: ScriptRole[]): boolean => wanted.some((role) => roles.includes(role))
  return versionsOf(script, has('opening', 'rightPerson')).flatMap((version) => [
    ...markedIn(coach, version),
    ...(has('opening', 'closing') && !version.spare ? lacking(version, 'lint.address', addressed) : []),
    ...(has('closing', 'thanks')
      ? lacking(version, 'lint.thanks', (text, language) => thanks[language].test(text))
      : []),
    ...(has('closing') ? lacking(version, 'lint.reach', (text, language) => reach[language].test(text)) : []),
    ...(has('asksTime') ? lacking(version, 'lint.choice', isEitherOr) : []),
    ...(has('apology', 'dropped') ? lacking(version, 'lint.apology', isSorry) : []),
    ...tooLong(version, spokenMost),
    ...(has('pitch') ? sentencesTooLong(version) : []),
  ])
}

/** Every text as it will be read: it calls the customer by name, says who sends it, and fits one screen. */
export const lintTexts = (coach: Coach, file: TextFile): LintFinding[] =>
  file.texts.flatMap((text) =>
    textVersions(text).flatMap((version) => [
      ...markedIn(coach, version),
      ...(version.spare ? [] : lacking(version, 'lint.address', addressed)),
      ...(version.where.endsWith('.familiar') ? [] : lacking(version, 'lint.sender', isSigned(version.spare))),
      ...(text.moment === 'apology' ? lacking(version, 'lint.apology', isSorry) : []),
      ...tooLong(version, writtenMost),
    ]),
  )

const versionsOf = (
  { id, first, familiar, difficult, fallback }: Wording & { id: string },
  opening: boolean,
): Version[] => [
  at(`scripts.${id}.first`, first, opening),
  at(`scripts.${id}.familiar`, familiar, opening),
  at(`scripts.${id}.difficult`, difficult, opening),
  ...(fallback ? [{ ...at(`scripts.${id}.fallback`, fallback, opening), spare: true }] : []),
]

const textVersions = ({ id, text, familiar, fallback }: TouchText): Version[] => [
  at(`texts.${id}.text`, text),
  ...(familiar ? [at(`texts.${id}.familiar`, familiar)] : []),
  ...(fallback ? [{ ...at(`texts.${id}.fallback`, fallback), spare: true }] : []),
]

const at = (where: string, text: Text, opening = false): Version => ({ where, text, opening, spare: false })

const lacking = (
  { where, text }: Version,
  code: Lacking,
  holds: (text: string, language: Language) => boolean,
): LintFinding[] =>
  languages
    .filter((language) => !holds(text[language], language))
    .map((language) => ({ where, language, text: text[language], said: { code, params: { step: where } } }))

const addressed = (text: string): boolean => slotsOf(text).includes('address')

/** A fallback holds no facts, so it signs by its own words. */
const isSigned =
  (spare: boolean) =>
  (text: string, language: Language): boolean =>
    spare ? signed[language].test(text) : slotsOf(text).some((slot) => /^(?:manager|company)\./.test(slot))

const signed = { zh: /客户经理|经理|我们/, en: /\b(?:account manager|we|us|I|I'm|I've)\b/ }

const isEitherOr = (text: string, language: Language): boolean =>
  (slotsOf(text).includes('slot.first') && slotsOf(text).includes('slot.second')) || choice[language].test(text)

const choice = { zh: /还是|或者|要么/, en: /\bor\b/i }

const isSorry = (text: string, language: Language): boolean => sorry[language].test(text)

const sorry = {
  zh: /对不起|抱歉|不好意思|对不住|过意不去|怪我|是我(?:的错|没)/,
  en: /\b(?:sorry|apologi[sz]e|apology|my fault|my mistake)\b/i,
}

const tooLong = ({ where, text }: Version, most: Readonly<Record<Language, number>>): LintFinding[] =>
  languages.flatMap((language) => long(where, text[language], language, most[language]))

const sentencesTooLong = ({ where, text }: Version): LintFinding[] =>
  languages.flatMap((language) =>
    text[language]
      .split(/[。！？；\n]|[.!?;](?=\s|$)/)
      .flatMap((sentence) => long(where, sentence, language, pitchSentenceMost[language])),
  )

const long = (where: string, text: string, language: Language, most: number): LintFinding[] => {
  const have = lengthOf(text, language)
  return have <= most
    ? []
    : [{ where, language, text, said: { code: 'lint.long', params: { step: where, have, most } } }]
}
