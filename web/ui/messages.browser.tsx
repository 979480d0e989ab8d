import { Suspense, useState } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { LanguageProvider } from './language.tsx'
import { defineMessages, loadDeclaredMessages, useMessages } from './messages.ts'

const slowly = (text: string) => (): Promise<{ text: string }> =>
  new Promise((resolve) => setTimeout(() => resolve({ text }), 100))

const words = defineMessages(slowly('晚来的一段'), slowly('A late part'))
const unasked = defineMessages(slowly('没人要的话'), slowly('Never asked for'))

function Late({ messages }: { messages: typeof words }) {
  return <p>{useMessages(messages).text}</p>
}

function Page({ messages }: { messages: typeof words }) {
  const [open, setOpen] = useState(false)
  return (
    <LanguageProvider language="zh">
      <Suspense fallback={<p>稍等</p>}>
        <button onClick={() => setOpen(true)}>打开</button>
        {open && <Late messages={messages} />}
      </Suspense>
    </LanguageProvider>
  )
}

/** Whether the page was taken off the screen while the late part came up. */
const opened = async (messages: typeof words): Promise<boolean> => {
  const { container, unmount } = await render(<Page messages={messages} />)
  let waited = false
  const observer = new MutationObserver(() => {
    waited ||= container.textContent.includes('稍等')
  })
  observer.observe(container, { subtree: true, childList: true, characterData: true, attributes: true })
  await page.getByRole('button', { name: '打开' }).click()
  await expect.element(page.getByText((await messages.zh()).text)).toBeVisible()
  observer.disconnect()
  await unmount()
  return waited
}

test('a part that comes up late waits for its words and takes the page with it, unless they were loaded before', async () => {
  expect(await opened(unasked)).toBe(true)
  await loadDeclaredMessages('zh')
  expect(await opened(words)).toBe(false)
})
