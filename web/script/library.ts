import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Language } from '#domain/kernel/said.ts'
import type { KnownFacts } from '#domain/playbook/disclosure.ts'
import type { LineVersion } from '#domain/playbook/script.ts'
import { type ScriptRole, scriptRoles } from '#domain/script/moment.ts'
import { wordingFor } from '#domain/script/wording.ts'
import { useRead } from '#web/client/query.ts'

export type Library = Reply<Contract['GET /api/scripts']>
export type Script = Library['families'][number]['scripts'][number]
export type InUse = Script['wordings'][number]
export type Message = Library['texts'][number]['texts'][number]
export type Pitch = Library['pitches'][number]

/** Whom the words are for: what they are filled with, and the name a contact's turn is drawn by. */
export type For = {
  customerId: string
  calledBy: string
  facts: KnownFacts
  kind: CustomerKind
  /** Which version fits: by how often we have spoken, and how tense it is. */
  fitting: LineVersion
  contact: string
}

export type Placed<T> = T & { family: string; packTitle: Library['families'][number]['packTitle'] }

/** The words change seldom: what was read a while ago still holds. */
export const useLibrary = () => useRead('GET /api/scripts', {})

const suits = (kinds: readonly CustomerKind[] | null, kind: CustomerKind | null): boolean =>
  kinds === null || kind === null || kinds.includes(kind)

const has = (search: string, ...words: string[]): boolean =>
  search === '' || words.some((text) => text.toLowerCase().includes(search))

type Ask = { search: string; language: Language; kind: CustomerKind | null; roles: readonly ScriptRole[] | null }

/** The scripts of the packs for this kind of customer that have one of the roles and hold what was typed. */
export const scriptsIn = (library: Library, { search, language, kind, roles }: Ask): Placed<Script>[] => {
  const wanted = search.trim().toLowerCase()
  return library.families
    .filter(({ customerKinds }) => suits(customerKinds, kind))
    .toSorted((a, b) => placeIn(a) - placeIn(b))
    .flatMap(({ title, packTitle, scripts }) =>
      scripts
        .filter((script) => roles === null || script.roles.some((role) => roles.includes(role)))
        .filter((script) =>
          has(wanted, title[language], script.title[language], script.use[language], said(script, language)),
        )
        .map((script) => ({ ...script, family: title[language], packTitle })),
    )
}

/** Families stand in the order of a talk, by what their first script is for. */
const placeIn = ({ scripts }: Library['families'][number]): number => {
  const [first] = scripts[0]?.roles ?? []
  return first ? scriptRoles.indexOf(first) : scriptRoles.length
}

const said = ({ wordings }: Script, language: Language): string =>
  wordings
    .map(({ words }) => [words.first, words.familiar, words.difficult].map((text) => text[language]).join())
    .join()

export const textsIn = (library: Library, { search, language, kind }: Omit<Ask, 'roles'>): Placed<Message>[] => {
  const wanted = search.trim().toLowerCase()
  return library.texts
    .filter(({ customerKinds }) => suits(customerKinds, kind))
    .flatMap(({ title, packTitle, texts }) =>
      texts
        .filter((text) =>
          has(wanted, title[language], text.title[language], text.use[language], text.words.first[language]),
        )
        .map((text) => ({ ...text, family: title[language], packTitle })),
    )
}

/** The wording said in this contact, of those in use. */
export const wordingIn = ({ wordings, key }: Script, contact: string): InUse | null => {
  const live = wordings.filter((one) => one.live)
  const chosen = wordingFor(
    live.map((one) => one.key),
    key,
    contact,
  )
  return live.find((one) => one.key === chosen) ?? wordings[0] ?? null
}
