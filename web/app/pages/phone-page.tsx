import { useRead } from '#web/client/query.ts'
import { phoneMessages } from '#web/phone/messages.ts'
import { PhoneSteps } from '#web/phone/phone-steps.tsx'
import { Mark } from '#web/ui/icons.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { appMessages } from '../messages.ts'
import { setPreferences, usePreferences } from '../preferences.ts'

/** Open to anyone who reaches the server: a phone comes here before it can sign in. */
export function PhonePage() {
  const m = useMessages(phoneMessages)
  const app = useMessages(appMessages)
  const { language } = usePreferences()
  const reach = useRead('GET /api/phone', {})
  return (
    <main className="mx-auto grid max-w-3xl gap-5 px-4 py-6 md:py-10">
      <header className="flex items-center gap-3">
        <Mark />
        <h1 className="t20 flex-1 font-strong">{m.title}</h1>
        <Link onPress={() => setPreferences({ language: language === 'zh' ? 'en' : 'zh' })}>{app.otherLanguage}</Link>
        <Link href="/sign-in">{m.signIn}</Link>
      </header>
      {reach.data && <PhoneSteps reach={reach.data} />}
      {reach.error && <p role="alert">{`${app.unreachable}${app.tryAgain}`}</p>}
    </main>
  )
}
