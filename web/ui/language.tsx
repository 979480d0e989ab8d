import { createContext, type ReactNode, use } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Language } from '#domain/kernel/said.ts'

const LanguageContext = createContext<Language>('zh')

const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

/** The locale tag that `Intl` and `<html lang>` want for a language. */
export const localeOf = (language: Language): string => locales[language]

/** Everything inside speaks this language: words, dates, numbers, what assistive technology is told. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <LanguageContext value={language}>
      {/* English date fields are typed in the order days are shown everywhere else: 2026-11-25. */}
      <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-CA'}>{children}</I18nProvider>
    </LanguageContext>
  )
}

export const useLanguage = (): Language => use(LanguageContext)
