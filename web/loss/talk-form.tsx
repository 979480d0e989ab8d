import { type FormEvent, useState } from 'react'
import { addDays } from '#domain/kernel/day.ts'
import { type ReturnResult, returnResults } from '#domain/retention/loss.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { notify } from '#web/ui/toast.tsx'
import { type Loss, lossWords } from './loss-words.ts'
import { lossMessages } from './messages.ts'
import { useForgetTalk, useLossProblem } from './use-loss.ts'

const channels = ['call', 'visit', 'message'] as const

/** What a visit to a customer who left came to, in their own words; the day they named is the next date. */
export function TalkForm({ loss, onClose }: { loss: Loss; onClose: () => void }) {
  const { talk: m } = useMessages(lossMessages)
  const language = useLanguage()
  const { today } = useSession()
  const onError = useLossProblem()
  const forget = useForgetTalk()
  const write = useWrite('PUT /api/losses/:id/talks/:talkId')
  const [talkId] = useState(freshId)
  const [day, setDay] = useState<string | null>(today)
  const [channel, setChannel] = useState<(typeof channels)[number]>('call')
  const [result, setResult] = useState<ReturnResult>('unreached')
  const [again, setAgain] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const { results } = lossWords[language]
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (day === null) return
    const askAgainOn = result === 'later' ? again : null
    write.mutate(
      { params: { id: loss.id, talkId }, body: { on: day, channel, result, askAgainOn, words } },
      {
        onSuccess: () => {
          notify({ text: m.saved(results[result]), undo: () => forget(loss.id, talkId) })
          onClose()
        },
        onError,
      },
    )
  }
  return (
    <Drawer title={m.title} isOpen onClose={onClose}>
      <form onSubmit={save} className="grid gap-4 pt-3">
        <RadioGroup
          label={m.result}
          options={returnResults.map((id) => ({ id, label: results[id] }))}
          value={result}
          onChange={setResult}
        />
        {result === 'back' && <p className="t13 text-jade">{m.welcome}</p>}
        {result === 'later' && (
          <DatePicker
            label={m.again}
            hint={m.againHint}
            value={again}
            onChange={setAgain}
            min={addDays(day ?? today, 1)}
          />
        )}
        {result !== 'unreached' && (
          <TextArea
            label={m.words}
            placeholder={m.wordsExample}
            value={words}
            onChange={setWords}
            rows={2}
            maxLength={1000}
          />
        )}
        <RadioGroup
          label={m.channel}
          options={channels.map((id) => ({ id, label: m.channels[id] }))}
          value={channel}
          onChange={setChannel}
        />
        <DatePicker label={m.day} value={day} onChange={setDay} min={loss.leftOn} max={today} isRequired />
        <Button type="submit" kind="go" isPending={write.isPending}>
          {m.save}
        </Button>
      </form>
    </Drawer>
  )
}
