import { rephraseWords as wordsEn } from '#domain/coach/rephrase.en.ts'
import { rephraseWords as wordsZh } from '#domain/coach/rephrase.zh.ts'
import { useReasonText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { coachFieldMessages } from './messages.ts'

const words = { zh: wordsZh, en: wordsEn }

/** Another way to put it, proposed by the language model where one is set up; shown only once the coach found nothing in it. */
export function OtherWay({ sentence, onTake }: { sentence: string; onTake: (words: string) => void }) {
  const { model: m } = useMessages(coachFieldMessages)
  const text = useReasonText(words)
  const ask = useWrite('POST /api/coach/rephrase')
  if (ask.data)
    return (
      <div className="flex flex-col items-start gap-2 border-t border-line pt-2">
        <p className="t13">{ask.data.text}</p>
        <Button size="s" onPress={() => onTake(ask.data?.text ?? '')}>
          {m.take}
        </Button>
      </div>
    )
  return (
    <div className="flex flex-col items-start gap-1">
      <Button size="s" isPending={ask.isPending} onPress={() => ask.mutate({ body: { text: sentence } })}>
        {ask.isPending ? m.asking : m.ask}
      </Button>
      {ask.error && (
        <p role="alert" className="t12 text-amber">
          {text(ask.error)}
        </p>
      )}
    </div>
  )
}
