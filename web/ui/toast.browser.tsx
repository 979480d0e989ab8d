import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Stage } from './stage.tsx'
import { notify } from './toast.tsx'

test('a notice is announced, Ctrl Z takes the act back and the notice goes', async () => {
  const undo = vi.fn<() => void>()
  await render(<Stage>…</Stage>)
  notify({ text: '已移出今天的名单', undo })
  await expect.element(page.getByRole('alertdialog').getByText('已移出今天的名单')).toBeVisible()
  await userEvent.keyboard('{Control>}z{/Control}')
  expect(undo).toHaveBeenCalledOnce()
  await expect.element(page.getByText('已移出今天的名单')).not.toBeInTheDocument()
})
