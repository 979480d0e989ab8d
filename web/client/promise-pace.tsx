import { type Day, daysBetween } from '#domain/kernel/day.ts'
import { sentence } from '#domain/kernel/said.ts'
import { promiseKindOf } from '#domain/touch/promise-kind.ts'
import { dayToPromise, paceSaid } from '#domain/touch/promise-time.ts'
import { paceActs as actsEn, paceWords as wordsEn, promiseStory as storyEn } from '#domain/touch/pace-words.en.ts'
import { paceActs as actsZh, paceWords as wordsZh, promiseStory as storyZh } from '#domain/touch/pace-words.zh.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Why } from '#web/ui/why.tsx'
import { useRead } from './query.ts'

const words = { zh: wordsZh, en: wordsEn }
const acts = { zh: actsZh, en: actsEn }
const stories = { zh: storyZh, en: storyEn }

type Props = { what: string; day: Day | null; today: Day; onTake: (day: Day) => void }

/** Beside the day of a promise: how often its kind was kept in that time, and the day nine of ten were kept by, one key away. */
export function PromisePaceNote({ what, day, today, onTake }: Props) {
  const language = useLanguage()
  const format = useFormat()
  const known = useRead('GET /api/promises/paces', {}, { enabled: what.trim() !== '' })
  const days = day === null ? null : daysBetween(today, day)
  if (!known.data || what.trim() === '' || days === null || days < 0) return null
  const { said, share, safeDays, never } = paceSaid(known.data.paces, promiseKindOf(what), days)
  const safe = safeDays === null ? null : dayToPromise(today, safeDays)
  const act = acts[language]
  const story = stories[language]
  return (
    <div role="note" className="t12 grid justify-items-start gap-1.5 text-ink-2">
      <span>
        {sentence(words[language], said)} {never && sentence(words[language], never)}{' '}
        <Why title={story.title} made={<p className="t12">{story.text}</p>}>
          {share === null ? act.few : act.why}
        </Why>
      </span>
      {safe !== null && safe !== day && (
        <Button size="s" hotkey="alt+d" hotkeyWhileTyping onPress={() => onTake(safe)}>
          {act.take(format.shortDay(safe, today))}
        </Button>
      )}
    </div>
  )
}
