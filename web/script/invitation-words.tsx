import type { Text } from '#domain/playbook/field.ts'
import type { KnownFacts } from '#domain/playbook/disclosure.ts'
import type { Wording } from '#domain/script/definition.ts'
import { Drawer } from '#web/ui/drawer.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { SkeletonRows } from '#web/ui/states.tsx'
import { HowSent, useSending } from './copy-acts.tsx'
import { type For, type Library, useLibrary, wordingIn } from './library.ts'
import { scriptMessages } from './messages.ts'
import { AgainstLeaving } from './against-leaving.tsx'
import { useCopy } from './use-copy.ts'
import { useTarget } from './use-target.ts'
import { lineVersions, Versions } from './versions.tsx'

/** What the words invite to. */
export type Invited = { what: string; day: Text; place: string }

type Props = {
  customerId: string
  invited: Invited
  onClose: () => void
  /** Once the words are copied and recorded, and once that is taken back. */
  onCopied: () => void
  onTakenBack: () => void
}

/** The library's invitations, filled for a customer and an event; copied and recorded as one contact, if the gate lets it [S-05][R-30]. */
export function InvitationWords({ customerId, invited, onClose, onCopied, onTakenBack }: Props) {
  const m = useMessages(scriptMessages)
  const target = useTarget(customerId)
  const library = useLibrary().data
  const filled = target && { ...target, facts: { ...target.facts, ...factsOf(invited) } }
  return (
    <Drawer title={m.tabs.texts} isOpen onClose={onClose}>
      {filled && library ? (
        <Offered target={filled} library={library} onCopied={onCopied} onTakenBack={onTakenBack} />
      ) : (
        <SkeletonRows rows={4} />
      )}
    </Drawer>
  )
}

const factsOf = ({ what, day, place }: Invited): KnownFacts => ({
  'subject.what': what,
  'subject.day': day,
  'subject.place': place,
})

type Words = { key: string; title: Text; wording: string; words: Wording }

/** A greeting, not a sale: the same purpose as the invitation by telephone. */
const PURPOSE = 'care'

function Offered({
  target,
  library,
  onCopied,
  onTakenBack,
}: { target: For; library: Library } & Pick<Props, 'onCopied' | 'onTakenBack'>) {
  const language = useLanguage()
  const sending = useSending({ customerId: target.customerId, purpose: PURPOSE })
  const { copy, pending, against } = useCopy(target.customerId, target.calledBy, { onCopied, onTakenBack })
  const { channel, agreedTime } = sending
  return (
    <div className="flex flex-col gap-5 pt-3">
      <HowSent sending={sending} />
      {invitationsIn(library, target).map(({ key, title, wording, words }) => (
        <article key={key} aria-label={title[language]}>
          <h2 className="t14 font-strong">{title[language]}</h2>
          <Versions
            words={words}
            only={lineVersions}
            target={target}
            isDisabled={!sending.open || pending}
            onCopy={(version, text) =>
              copy({ script: key, wording, version, text, channel, purpose: PURPOSE, agreedTime })
            }
            against={(version) =>
              against?.copied.script === key &&
              against.copied.version === version && (
                <AgainstLeaving against={against} onAnyway={() => copy(against.copied, true)} />
              )
            }
          />
        </article>
      ))}
    </div>
  )
}

/** Messages for the moment first, then what is said on the telephone in the very procedure. */
const invitationsIn = ({ families, texts }: Library, target: For): Words[] => {
  const fits = ({ customerKinds }: { customerKinds: Library['texts'][number]['customerKinds'] }): boolean =>
    customerKinds === null || customerKinds.includes(target.kind)
  const messages = texts
    .filter(fits)
    .flatMap((family) => family.texts)
    .filter(({ moment }) => moment === 'eventInvite')
    .map(({ key, title, wording, words }) => ({ key, title, wording, words }))
  const scripts = families
    .filter(fits)
    .flatMap((family) => family.scripts)
    .filter(({ playbooks }) => playbooks?.includes('event-invite'))
    .flatMap((script) => {
      const wording = wordingIn(script, target.contact)
      return wording ? [{ key: script.key, title: script.title, wording: wording.key, words: wording.words }] : []
    })
  return [...messages, ...scripts]
}
