import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Banner } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { staffMessages } from './messages.ts'

/** Ten ways in for the day the telephone is lost; they are on the screen this once. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const m = useMessages(staffMessages).secondStep
  const copy = () => void navigator.clipboard?.writeText(codes.join('\n')).then(() => notify({ text: m.copied }))
  return (
    <div className="grid gap-3 pb-3">
      <Banner tone="soon" title={m.once}>
        {m.onceRemark}
      </Banner>
      <ol aria-label={m.codes} className="t13 grid grid-cols-[repeat(auto-fill,minmax(176px,1fr))] gap-x-5 gap-y-1">
        {codes.map((code) => (
          <li key={code}>
            <code className="select-all">{code}</code>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button kind="go" onPress={onKept}>
          {m.kept}
        </Button>
        <Button icon="check" onPress={copy}>
          {m.copy}
        </Button>
      </div>
    </div>
  )
}
