import type { ReactNode } from 'react'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { DisplayMenu } from '../display-menu.tsx'
import { ActSamples } from './acts.tsx'
import { ChartSamples } from './charts.tsx'
import { FactSamples, LedgerSample, MarkSamples, WordSamples } from './facts.tsx'
import { FieldSamples } from './fields.tsx'
import { LayerSamples } from './layers.tsx'
import { ListSample, LongTableSample } from './lists.tsx'
import { galleryMessages } from './messages.ts'
import { StateSamples } from './states.tsx'

/** `/ui`: every primitive in every state, light beside dark, in either language. */
export function Gallery() {
  const m = useMessages(galleryMessages)
  return (
    <main>
      <header className="sticky top-0 z-20 flex min-h-bar flex-wrap items-center gap-x-4 border-b border-line bg-paper px-5">
        <h1 className="t16">{m.title}</h1>
        <span className="t13 text-ink-3 max-md:hidden">{m.remark}</span>
        <div className="ml-auto flex items-center gap-4">
          <Link href="/ui/today">{m.today}</Link>
          <DisplayMenu />
        </div>
      </header>
      <div className="grid xl:grid-cols-2">
        <Pane theme="light" label={m.lightPane} />
        <Pane theme="dark" label={m.darkPane} />
      </div>
    </main>
  )
}

function Pane({ theme, label }: { theme: 'light' | 'dark'; label: string }) {
  const m = useMessages(galleryMessages)
  return (
    <section
      data-theme={theme}
      aria-label={label}
      className="flex min-w-0 flex-col gap-8 bg-paper px-5 py-6 text-ink md:px-6"
    >
      <Part title={m.parts.acts} remark={label}>
        <ActSamples />
      </Part>
      <Part title={m.parts.marks} remark={label}>
        <MarkSamples />
      </Part>
      <Part title={m.parts.facts} remark={label}>
        <FactSamples />
      </Part>
      <Part title={m.parts.words} remark={label}>
        <WordSamples />
      </Part>
      <Part title={m.parts.ledger} remark={label}>
        <LedgerSample />
      </Part>
      <Part title={m.parts.fields} remark={label}>
        <FieldSamples />
      </Part>
      <Part title={m.parts.layers} remark={label}>
        <LayerSamples />
      </Part>
      <Part title={m.parts.list} remark={label}>
        <ListSample />
      </Part>
      <Part title={m.parts.long} remark={label}>
        <LongTableSample />
      </Part>
      <Part title={m.parts.charts} remark={label}>
        <ChartSamples />
      </Part>
      <Part title={m.parts.states} remark={label}>
        <StateSamples />
      </Part>
    </section>
  )
}

const Part = ({ title, remark, children }: { title: string; remark: string; children: ReactNode }) => (
  <Section title={title} remark={remark}>
    <div className="flex flex-col gap-4 pt-4">{children}</div>
  </Section>
)
