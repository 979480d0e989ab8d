import { purposeOfMoment, purposeOfRoles, type WordsPurpose } from '#domain/script/purpose.ts'
import type { Wording } from '#domain/script/definition.ts'
import type { LineVersion } from '#domain/playbook/script.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { HowSent, type Sending, useSending } from './copy-acts.tsx'
import { type For, type InUse, type Message, type Placed, type Script, wordingIn } from './library.ts'
import { scriptMessages } from './messages.ts'
import { AgainstLeaving } from './against-leaving.tsx'
import { type Copied as CopiedWords, useCopy } from './use-copy.ts'
import { lineVersions, Versions } from './versions.tsx'

export const useWordingName = (): ((wording: Pick<InUse, 'own' | 'version'>) => string) => {
  const m = useMessages(scriptMessages)
  return ({ own, version }) => (own ? m.ownVersion(version) : m.packVersion(version))
}

/** One script with its versions, filled for a customer and ready to be copied. */
export function ScriptCard({ script, target }: { script: Placed<Script>; target: For | null }) {
  const m = useMessages(scriptMessages)
  const format = useFormat()
  const nameOf = useWordingName()
  const wording = wordingIn(script, target?.contact ?? '')
  if (!wording) return null
  const turns = script.wordings.filter(({ live }) => live).length > 1
  return (
    <Card
      key={script.key}
      title={script.title}
      use={script.use}
      remark={[
        format.list(script.roles.map((role) => m.roles[role])),
        script.family,
        turns && target ? m.turn(nameOf(wording)) : nameOf(wording),
      ]}
      words={wording.words}
      versions={lineVersions}
      target={target}
      purpose={purposeOfRoles(script.roles)}
      cited={{ script: script.key, wording: wording.key }}
    />
  )
}

type TextProps = {
  text: Placed<Message>
  target: For | null
  sending?: Sending
  /** The reasons of Today it sees to. */
  occasions?: Cited['occasions']
}

/** One message, likewise; most have a single wording. */
export function TextCard({ text, target, sending, occasions }: TextProps) {
  const language = useLanguage()
  const same = text.words.familiar[language] === text.words.first[language]
  return (
    <Card
      key={text.key}
      title={text.title}
      use={text.use}
      remark={[text.family, text.packTitle[language]]}
      words={text.words}
      versions={same ? (['first'] as const) : (['first', 'familiar'] as const)}
      target={target}
      purpose={purposeOfMoment(text.moment)}
      cited={{ script: text.key, wording: text.wording, ...(occasions && { occasions }) }}
      {...(sending ? { sending } : {})}
    />
  )
}

type Cited = Pick<CopiedWords, 'script' | 'wording' | 'occasions'>

type CardProps = {
  title: { zh: string; en: string }
  use: { zh: string; en: string }
  remark: readonly string[]
  words: Wording
  versions: readonly LineVersion[]
  target: For | null
  purpose: WordsPurpose
  cited: Cited
  /** Given: several cards go out the same way, chosen once above them. */
  sending?: Sending
}

function Card({ title, use, remark, words, versions, target, purpose, cited, sending }: CardProps) {
  const language = useLanguage()
  return (
    <article aria-label={title[language]} className="flex flex-col gap-2">
      <header>
        <h2 className="t16">{title[language]}</h2>
        <p className="t13 text-ink-2">{use[language]}</p>
        <p className="t12 text-ink-3">{remark.filter(Boolean).join(' · ')}</p>
      </header>
      {target && sending && (
        <Copied words={words} versions={versions} target={target} purpose={purpose} cited={cited} sending={sending} />
      )}
      {target && !sending && <Sent words={words} versions={versions} target={target} purpose={purpose} cited={cited} />}
      {!target && <Versions words={words} only={versions} target={null} />}
    </article>
  )
}

type SentProps = Pick<CardProps, 'words' | 'versions' | 'purpose' | 'cited'> & { target: For }

function Sent(props: SentProps) {
  const sending = useSending({ customerId: props.target.customerId, purpose: props.purpose })
  return (
    <>
      <HowSent sending={sending} />
      <Copied {...props} sending={sending} />
    </>
  )
}

function Copied({ words, versions, target, purpose, cited, sending }: SentProps & { sending: Sending }) {
  const { copy, pending, against } = useCopy(target.customerId, target.calledBy)
  const { channel, agreedTime } = sending
  return (
    <Versions
      words={words}
      only={versions}
      target={target}
      isDisabled={!sending.open || pending}
      onCopy={(version, text) => copy({ ...cited, version, text, channel, purpose, agreedTime })}
      against={(version) =>
        against?.copied.version === version && (
          <AgainstLeaving against={against} onAnyway={() => copy(against.copied, true)} />
        )
      }
    />
  )
}
