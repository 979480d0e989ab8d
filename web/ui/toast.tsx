import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components'
import { Button } from './button.tsx'
import { Icon } from './icons.tsx'
import { useWords } from './words.ts'

export type Notice = {
  text: string
  /** Offered instead of "are you sure": takes the act back. */
  undo?: () => void
  /** `problem` stays until it is closed. */
  tone?: 'done' | 'problem'
}

const queue = new ToastQueue<Notice>({ maxVisibleToasts: 3 })

type QueuedNotice = (typeof queue.visibleToasts)[number]

/** Eight seconds to read and undo; WCAG wants the timer to stop under the pointer, which React Aria does. */
const SHOWN_MS = 8000

/** Says what has just happened, at the foot of the screen. */
export function notify(notice: Notice): void {
  queue.add(notice, notice.tone === 'problem' ? {} : { timeout: SHOWN_MS })
}

/** What was said to one person, and may be undone in their name, is not for the next. */
export function clearNotices(): void {
  queue.clear()
}

/** Where notices appear; once, in the frame. */
export function ToastRegion() {
  const words = useWords()
  return (
    <AriaToastRegion
      queue={queue}
      aria-label={words.notifications}
      className="fixed bottom-18 left-1/2 z-50 flex w-[min(480px,calc(100vw-32px))] -translate-x-1/2 flex-col-reverse gap-2 rounded outline-offset-4 max-md:bottom-34"
    >
      {({ toast }) => <Toast toast={toast} />}
    </AriaToastRegion>
  )
}

function Toast({ toast }: { toast: QueuedNotice }) {
  const words = useWords()
  const { text, undo, tone = 'done' } = toast.content
  return (
    <AriaToast
      toast={toast}
      className="flex min-h-11 items-center gap-3 rounded border border-line-2 bg-paper py-1.5 pr-1.5 pl-3 text-ink shadow-layer"
    >
      <Icon name={tone === 'problem' ? 'alert' : 'check'} className={tone === 'problem' ? 'text-red' : 'text-jade'} />
      <AriaToastContent className="min-w-0 flex-1">
        <Text slot="title">{text}</Text>
      </AriaToastContent>
      {undo && (
        <Button
          size="s"
          hotkey="mod+z"
          onPress={() => {
            queue.close(toast.key)
            undo()
          }}
        >
          {words.undo}
        </Button>
      )}
      <AriaButton
        slot="close"
        aria-label={words.close}
        className="touch flex size-8 flex-none cursor-pointer items-center justify-center rounded text-ink-3 data-hovered:bg-paper-3"
      >
        <Icon name="x" small />
      </AriaButton>
    </AriaToast>
  )
}
