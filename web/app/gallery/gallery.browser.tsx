import axe from 'axe-core'
import { type ReactNode, Suspense } from 'react'
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Stage } from '#web/ui/stage.tsx'
import { Gallery } from './gallery.tsx'
import { TodaySample } from './today-sample.tsx'

async function violationsOf(screen: ReactNode, theme: 'light' | 'dark', language: 'zh' | 'en'): Promise<string[]> {
  document.documentElement.dataset.theme = theme
  document.documentElement.lang = language
  const shown = await render(
    <Stage language={language}>
      <Suspense>{screen}</Suspense>
    </Stage>,
  )
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
  const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })
  await shown.unmount()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  )
}

describe.each(['light', 'dark'] as const)('accessible in %s', (theme) => {
  test.each(['zh', 'en'] as const)('every primitive, in %s', { timeout: 60_000 }, async (language) => {
    await page.viewport(1600, 900)
    expect(await violationsOf(<Gallery />, theme, language)).toEqual([])
  })

  test('a whole screen, wide and on a phone', { timeout: 60_000 }, async () => {
    await page.viewport(1440, 900)
    expect(await violationsOf(<TodaySample />, theme, 'zh')).toEqual([])
    await page.viewport(360, 780)
    expect(await violationsOf(<TodaySample />, theme, 'zh')).toEqual([])
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360)
  })
})
