import { useState } from 'react'
import type { QuestionKind } from '#domain/satisfaction/answer.ts'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextArea } from '#web/ui/text-area.tsx'
import { satisfactionMessages } from './messages.ts'
import { ScoreChoice } from './score-choice.tsx'
import { domainWords, type OpenedSurvey } from './types.ts'

export type Given = { scores: Partial<Record<QuestionKind, number>>; words: string }

type Props = { survey: OpenedSurvey; pending: boolean; onSend: (given: Given) => void }

/** One question at a time: what is expected is answered before what was felt is even read. */
export function SurveyQuestions({ survey, pending, onSend }: Props) {
  const m = useMessages(satisfactionMessages)
  const language = useLanguage()
  const [at, setAt] = useState(0)
  const [given, setGiven] = useState<Given>({ scores: {}, words: '' })
  const asked = survey.asks[at]
  const back = at > 0 && (
    <Button size="l" kind="bare" onPress={() => setAt(at - 1)}>
      {m.public.back}
    </Button>
  )
  if (asked)
    return (
      <div className="grid gap-4">
        <p className="t12 text-ink-3">{m.public.step(at + 1, survey.asks.length + 1)}</p>
        <ScoreChoice
          key={asked}
          stacked
          label={domainWords[language].askedAs[asked](survey.matter)}
          words={asked === 'satisfied' ? m.scoreLabels : m.levelLabels}
          value={given.scores[asked] ?? null}
          onChange={(score) => {
            if (score !== null) setGiven({ ...given, scores: { ...given.scores, [asked]: score } })
          }}
        />
        <div className="flex gap-2">
          {back}
          <Button
            size="l"
            kind="go"
            className="flex-1"
            isDisabled={given.scores[asked] === undefined}
            onPress={() => setAt(at + 1)}
          >
            {m.public.next}
          </Button>
        </div>
      </div>
    )
  return (
    <div className="grid gap-4">
      <p className="t12 text-ink-3">{m.public.step(at + 1, survey.asks.length + 1)}</p>
      <TextArea
        label={m.public.words}
        hint={m.public.wordsHint}
        value={given.words}
        onChange={(words) => setGiven({ ...given, words })}
        maxLength={500}
        rows={4}
      />
      <div className="flex gap-2">
        {back}
        <Button size="l" kind="go" className="flex-1" isPending={pending} onPress={() => onSend(given)}>
          {m.public.send}
        </Button>
      </div>
    </div>
  )
}
