import { useState } from 'react'
import { sentence } from '#domain/kernel/said.ts'
import { type SurveyKind, surveyKinds } from '#domain/satisfaction/invitation.ts'
import { freshId } from '#web/client/id.ts'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { LinkShown } from './link-shown.tsx'
import { satisfactionMessages } from './messages.ts'
import { SpokenForm } from './spoken-form.tsx'
import { SpokenItems } from './spoken-items.tsx'
import { type CustomerSatisfactionShown, domainWords, sentences } from './types.ts'
import { type Sent, useAsking } from './use-asking.ts'

type Props = { customerId: string; against: CustomerSatisfactionShown['against']; onClose: () => void }

/** Asks a customer: which question, about what, and by which way; on the call whoever asks writes the answers down. */
export function AskDrawer({ customerId, against, onClose }: Props) {
  const { ask: m, spoken } = useMessages(satisfactionMessages)
  const [kind, setKind] = useState<SurveyKind>('contact')
  const [matter, setMatter] = useState('')
  const [sent, setSent] = useState<Sent | null>(null)
  const [speaking, setSpeaking] = useState(false)
  return (
    <Drawer title={speaking ? spoken.title : sent ? m.sent : m.title} isOpen onClose={onClose}>
      <div className="grid gap-3 pt-3">
        {sent && <LinkShown path={sent.path} until={sent.until} long={sent.kind === 'servqual'} />}
        {!sent && !speaking && (
          <Choice
            {...{ customerId, against, kind, matter }}
            onKind={setKind}
            onMatter={setMatter}
            onSent={setSent}
            onSpeak={() => setSpeaking(true)}
          />
        )}
        {speaking && kind === 'servqual' && <SpokenItems customerId={customerId} onDone={onClose} />}
        {speaking && kind !== 'servqual' && (
          <SpokenForm customerId={customerId} kind={kind} matter={matter.trim()} onDone={onClose} />
        )}
      </div>
    </Drawer>
  )
}

type ChoiceProps = Omit<Props, 'onClose'> & {
  kind: SurveyKind
  matter: string
  onKind: (kind: SurveyKind) => void
  onMatter: (matter: string) => void
  onSent: (sent: Sent) => void
  onSpeak: () => void
}

const needsMatter = (kind: SurveyKind): boolean => kind === 'expected' || kind === 'contact'

function Choice({ customerId, against, kind, matter, onKind, onMatter, onSent, onSpeak }: ChoiceProps) {
  const { ask: m } = useMessages(satisfactionMessages)
  const language = useLanguage()
  const [agreedTime, setAgreed] = useState(false)
  const [id, setId] = useState(freshId())
  const { ask, pending } = useAsking(customerId)
  const refused = against[kind]
  const incomplete = needsMatter(kind) && matter.trim() === ''
  const send = (way: 'message' | 'code'): void => {
    ask(id, { kind, matter: matter.trim(), way, agreedTime }, (sent) => {
      setId(freshId())
      onSent(sent)
    })
  }
  return (
    <>
      <RadioGroup
        label={m.kind}
        stacked
        options={surveyKinds.map((one) => ({
          id: one,
          label: domainWords[language].surveyNames[one],
          note: m.notes[one],
        }))}
        value={kind}
        onChange={onKind}
      />
      {needsMatter(kind) && (
        <TextField
          label={m.matter}
          hint={m.matterHint}
          placeholder={m.matterExample}
          value={matter}
          onChange={onMatter}
          maxLength={20}
          isRequired
        />
      )}
      {refused && <p className="t13 text-amber">{sentence(sentences[language], refused)}</p>}
      {!refused && (
        <div className="grid gap-2">
          <div className="flex flex-wrap gap-2">
            <Button kind="go" onPress={() => send('message')} isDisabled={incomplete || pending}>
              {m.message}
            </Button>
            <Button onPress={() => send('code')} isDisabled={incomplete || pending}>
              {m.code}
            </Button>
          </div>
          <Checkbox isSelected={agreedTime} onChange={setAgreed} className="t13">
            {m.agreed}
          </Checkbox>
        </div>
      )}
      <Button kind="bare" icon="phone" className="justify-self-start" onPress={onSpeak} isDisabled={incomplete}>
        {m.spoken}
      </Button>
    </>
  )
}
