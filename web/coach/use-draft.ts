import { useEffect, useState } from 'react'
import type { OwnRule, OwnRuleFault } from '#domain/coach/own-rule.ts'
import { useRules } from '#web/client/coach/use-marks.ts'

const PAUSE_MS = 300

/** What would keep a rule from being published, tried on its examples while it is written: the server decides by the same rule. Null while it is not known. */
export const useFaults = (draft: OwnRule): readonly OwnRuleFault[] | null => {
  const { compiled } = useRules(draft.language)
  const [faults, setFaults] = useState<readonly OwnRuleFault[] | null>(null)
  useEffect(() => {
    if (!compiled) return undefined
    const look = async (): Promise<void> => {
      const [{ faultsOf }, { coachOf }] = await Promise.all([
        import('#domain/coach/own-rule.ts'),
        import('#domain/coach/ready.ts'),
      ])
      setFaults(faultsOf(draft, coachOf(compiled)))
    }
    const timer = setTimeout(() => void look().catch(() => setFaults(null)), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft, compiled])
  return faults
}
