import { useParams } from '@tanstack/react-router'
import { satisfactionMessages } from '#web/satisfaction/messages.ts'
import { PublicSurvey } from '#web/satisfaction/public-survey.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { appMessages } from '../messages.ts'
import { setPreferences, usePreferences } from '../preferences.ts'

/** What a customer opens from a link or a code: no shell, no session, only the questions. */
export function SurveyPage() {
  const m = useMessages(satisfactionMessages)
  const app = useMessages(appMessages)
  const { token } = useParams({ from: '/s/$token' })
  const { language } = usePreferences()
  return (
    <main className="mx-auto grid max-w-lg gap-4 px-4 py-6 md:py-10">
      <header className="t13 flex items-center justify-between text-ink-3">
        <span>{m.public.title}</span>
        <Link onPress={() => setPreferences({ language: language === 'zh' ? 'en' : 'zh' })}>{app.otherLanguage}</Link>
      </header>
      <PublicSurvey token={token} />
    </main>
  )
}
