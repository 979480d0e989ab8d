import { sentence } from '#domain/kernel/said.ts'
import { refusalWordsEn } from '#domain/playbook/words.en.ts'
import { refusalWordsZh } from '#domain/playbook/words.zh.ts'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { contactMessages } from './messages.ts'
import { discard } from './outbox.ts'
import type { LiveRun } from './use-run.ts'

const words = { zh: refusalWordsZh, en: refusalWordsEn }

/** What the server would not take, with the reason, until the person lets it go; filed or not. */
export function Refused({ live }: { live: LiveRun }) {
  const m = useMessages(contactMessages)
  const language = useLanguage()
  const refused = live.known.waiting.filter((one) => one.refused !== null)
  if (refused.length === 0) return null
  return (
    <div className="px-4 lg:px-5">
      {refused.map(({ id, refused }) => (
        <p key={id} role="alert" className="t12 flex items-center gap-2 pt-2 text-red">
          <span className="min-w-0 flex-1">
            {m.note.refused}: {refused && sentence(words[language], refused)}
          </span>
          <Button size="s" kind="bare" onPress={() => void discard(live.run.id, id)}>
            {m.note.letGo}
          </Button>
        </p>
      ))}
    </div>
  )
}
