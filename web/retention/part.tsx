import type { ReactNode } from 'react'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { retentionMessages } from './messages.ts'

const HERE = 'next-part'

/** Brings what comes next into sight: the page is longer than a phone. */
export const goToNext = (): void => document.getElementById(HERE)?.scrollIntoView({ block: 'start' })

type Props = {
  title: string
  /** This is what comes next: marked at the edge, its form open. */
  now: boolean
  remark?: ReactNode
  end?: ReactNode
  children: ReactNode
}

/** One part of the way through a case. */
export function CasePart({ title, now, remark, end, children }: Props) {
  const m = useMessages(retentionMessages)
  return (
    <div {...(now ? { id: HERE } : {})} className="scroll-mt-4">
      <Section
        title={title}
        remark={now ? <b className="text-jade">{m.now}</b> : remark}
        end={end}
        className={now ? '-ml-3 border-l-2 border-jade pl-2.5' : undefined}
      >
        {children}
      </Section>
    </div>
  )
}
