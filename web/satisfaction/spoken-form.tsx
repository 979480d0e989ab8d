import { type FormEvent, useState } from 'react'
import { type QuestionKind, questionKinds } from '#domain/satisfaction/answer.ts'
import type { SurveyKind } from '#domain/satisfaction/invitation.ts'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextArea } from '#web/ui/text-area.tsx'
import { notify } from '#web/ui/toast.tsx'
import { satisfactionMessages } from './messages.ts'
import { ScoreChoice } from './score-choice.tsx'
import { domainWords, sentences } from './types.ts'
import { useAsking } from './use-asking.ts'

type Props = {
  customerId: string
  kind: Exclude<SurveyKind, 'servqual'>
  matter: string
  onDone: () => void
}

type Scores = Partial<Record<QuestionKind, number>>

/** Which answers a survey cannot do without. */
const neededBy: Record<Props['kind'], QuestionKind> = {
  expected: 'expected',
  contact: 'experienced',
  satisfied: 'satisfied',
}

/** Answers a customer gives on the call: each question in its own words, what is expected before what was felt. */
export function SpokenForm({ customerId, kind, matter, onDone }: Props) {
  const m = useMessages(satisfactionMessages)
  const language = useLanguage()
  const reasonText = useReasonText(sentences)
  const write = useWrite('PUT /api/customers/:id/surveys/:surveyId/answers')
  const { withdraw } = useAsking(customerId)
  const [surveyId] = useState(freshId())
  const [scores, setScores] = useState<Scores>({})
  const [words, setWords] = useState('')
  const asked = kind === 'contact' ? questionKinds : questionKinds.filter((one) => one === kind)
  const needed = neededBy[kind]
  const save = (submitted: FormEvent): void => {
    submitted.preventDefault()
    write.mutate(
      { params: { id: customerId, surveyId }, body: { kind, matter, scores, words } },
      {
        onSuccess: ({ play }) => {
          notify({
            text: play ? m.spoken.plays[play] : m.spoken.saved,
            undo: () => withdraw(surveyId, m.spoken.undone),
          })
          onDone()
        },
        onError: (error) => notify({ text: reasonText(error), tone: 'problem' }),
      },
    )
  }
  return (
    <form onSubmit={save} className="grid gap-4">
      <p className="t13 text-ink-2">{m.spoken.hint}</p>
      {asked.map((one) => (
        <ScoreChoice
          key={one}
          label={domainWords[language].askedAs[one](matter)}
          words={one === 'satisfied' ? m.scoreLabels : m.levelLabels}
          value={scores[one] ?? null}
          onChange={(score) => setScores(withScore(scores, one, score))}
          {...(one === needed ? {} : { none: m.spoken.skip })}
        />
      ))}
      <TextArea label={m.spoken.words} value={words} onChange={setWords} maxLength={500} />
      <Button
        type="submit"
        kind="go"
        className="justify-self-start"
        isDisabled={scores[needed] === undefined}
        isPending={write.isPending}
      >
        {m.spoken.save}
      </Button>
    </form>
  )
}

const withScore = (scores: Scores, kind: QuestionKind, score: number | null): Scores => {
  const { [kind]: _before, ...others } = scores
  return score === null ? others : { ...others, [kind]: score }
}
