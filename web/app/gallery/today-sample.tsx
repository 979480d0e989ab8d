import { useState } from 'react'
import { ActBar } from '#web/ui/act-bar.tsx'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icons.tsx'
import { Kbd } from '#web/ui/kbd.tsx'
import { Link } from '#web/ui/link.tsx'
import { type Can, CanMark, Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Fill, Quote, Say } from '#web/ui/quote.tsx'
import { RankedList } from '#web/ui/ranked-list.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { SplitView } from '#web/ui/split-view.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { notify } from '#web/ui/toast.tsx'
import { DisplayMenu } from '../display-menu.tsx'
import type { NavItem } from '../rail.tsx'
import { Page, Shell } from '../shell.tsx'
import { SampleBills } from './charts.tsx'
import { RiskSection, SampleFour } from './facts.tsx'
import { SamplePalette } from './layers.tsx'
import { useSampleItems } from './lists.tsx'
import { galleryMessages } from './messages.ts'

/** `/ui/today`: a whole screen made of the kit, with invented people. */
export function TodaySample() {
  const m = useMessages(galleryMessages)
  const [customerView, setCustomerView] = useState(false)
  const [searching, setSearching] = useState(false)
  const [selected, setSelected] = useState('1')
  const [opened, setOpened] = useState(false)
  return (
    <Shell nav={useNav()} seat={{ name: m.brief.seat, place: [m.brief.place], menu: <DisplayMenu /> }}>
      <Page
        title={m.nav.today}
        remark={m.brief.date}
        onSearch={() => setSearching(true)}
        customerView={{ on: customerView, onChange: setCustomerView }}
      >
        <SplitView
          opened={opened}
          onBack={() => setOpened(false)}
          list={
            <TodayList
              selected={selected}
              onSelect={(id) => {
                setSelected(id)
                setOpened(true)
              }}
            />
          }
          detail={<Brief customerView={customerView} />}
        />
        <SamplePalette isOpen={searching} onClose={() => setSearching(false)} />
      </Page>
    </Shell>
  )
}

function useNav(): NavItem[] {
  const { nav } = useMessages(galleryMessages)
  const to = (href: string, label: string, icon: NavItem['icon'], rest: Partial<NavItem> = {}): NavItem => ({
    href: `/ui/today#${href}`,
    label,
    icon,
    ...rest,
  })
  return [
    to('today', nav.today, 'today', { count: 14, due: true, current: true }),
    to('customers', nav.customers, 'people', { count: 186 }),
    to('contact', nav.contact, 'phone'),
    to('promises', nav.promises, 'promise', { count: 3, due: true }),
    to('expectations', nav.expectations, 'expect', { count: 11 }),
    to('keep', nav.keep, 'keep', { count: 2 }),
    to('cases', nav.cases, 'case', { count: 5 }),
    to('chances', nav.chances, 'chance'),
    to('learn', nav.learn, 'learn', { group: true }),
    to('scripts', nav.scripts, 'message'),
    to('team', nav.team, 'team', { group: true }),
  ]
}

function TodayList({ selected, onSelect }: { selected: string; onSelect: (id: string) => void }) {
  const { list } = useMessages(galleryMessages)
  const [tab, setTab] = useState('todo')
  return (
    <>
      <div className="flex items-center justify-between border-b border-line pr-5 pl-4 md:pl-[70px]">
        <SegmentedTabs
          label={list.label}
          selected={tab}
          onSelect={setTab}
          items={[
            { id: 'todo', label: list.tabs.todo, count: 14 },
            { id: 'done', label: list.tabs.done, count: 5 },
            { id: 'later', label: list.tabs.later, count: 2 },
          ]}
        />
        <Button size="s" kind="bare" endIcon="down">
          {list.kinds}
        </Button>
      </div>
      <RankedList
        label={list.label}
        items={useSampleItems()}
        selected={selected}
        onSelect={onSelect}
        heads={list.heads}
        next={list.next}
        previous={list.previous}
      />
      <footer className="t12 flex h-9 flex-none items-center justify-between gap-4 border-t border-line px-4 text-ink-3 lg:px-5">
        <span>{list.foot}</span>
        <Link>{list.order}</Link>
      </footer>
    </>
  )
}

function Brief({ customerView }: { customerView: boolean }) {
  const m = useMessages(galleryMessages)
  const [name, formal] = m.list.items[0] ?? ['', '']
  return (
    <section aria-label={m.brief.label} className="@container flex flex-1 flex-col">
      <div className="flex flex-col gap-2.5 px-4 pt-4 lg:px-6">
        <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="t20">{name}</h2>
          <span className="text-ink-2">{formal}</span>
          <Tier letter="A" />
          <span className="t13 text-ink-3">{m.brief.who} 130 **** 6027</span>
          <Button kind="bare" endIcon="right" className="t13 ml-auto">
            {m.acts.open}
          </Button>
        </header>
        {!customerView && <SampleFour />}
        <div className="grid gap-x-6 gap-y-2.5 border-t border-line-2 pt-2 mt-2 @2xl:grid-cols-[minmax(0,1fr)_216px]">
          <div className="flex flex-col gap-2.5">
            {!customerView && <RiskSection />}
            <Wishes />
            <Promises />
          </div>
          <Aside />
        </div>
        <Section
          title={m.charts.bills}
          remark={m.charts.billsRemark}
          end={<span className="max-lg:hidden">{m.charts.inUse}</span>}
        >
          <SampleBills />
        </Section>
      </div>
      <Acts />
    </section>
  )
}

const wishes: readonly Can[] = ['yes', 'partly', 'no']

function Wishes() {
  const { sections: s } = useMessages(galleryMessages)
  return (
    <Section title={s.wants} remark={s.wantsRemark}>
      <Rows ordered>
        {s.want.map((wish, index) => (
          <Row key={wish} lead={index + 1} end={<CanMark can={wishes[index] ?? 'no'} />}>
            {index === 0 ? <Quote>{wish}</Quote> : wish}{' '}
            {index === 2 && <span className="t12 text-ink-3">{s.saidOnce}</span>}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

function Promises() {
  const { sections: s } = useMessages(galleryMessages)
  return (
    <Section title={s.promises} remark={s.promisesRemark}>
      <Rows>
        <Row
          lead={<Icon name="clock" small className="text-amber" />}
          end={<b className="text-amber">{s.promiseDue[0]}</b>}
        >
          {s.promise[0]}
        </Row>
        <Row
          lead={<Icon name="check" small className="text-jade" />}
          end={<span className="text-ink-3">{s.promiseDue[1]}</span>}
        >
          {s.promise[1]}
        </Row>
      </Rows>
    </Section>
  )
}

function Aside() {
  const { sections: s } = useMessages(galleryMessages)
  return (
    <div className="flex flex-col gap-2.5">
      <Section title={s.opening}>
        <div className="pt-3 pb-1.5">
          <Say small>
            {s.say[0]}
            <Fill>{s.say[1]}</Fill>
            {s.say[2]}
          </Say>
        </div>
      </Section>
      <Section title={s.dont}>
        <Rows>
          {s.donts.map((words) => (
            <Row key={words} lead={<Icon name="x" small className="text-red" />}>
              {words}
            </Row>
          ))}
        </Rows>
      </Section>
      <Section title={s.cues} remark={s.cuesRemark}>
        <Rows>
          {s.cue.map((words) => (
            <Row key={words}>{words}</Row>
          ))}
        </Rows>
      </Section>
    </div>
  )
}

function Acts() {
  const { acts, list, states } = useMessages(galleryMessages)
  return (
    <ActBar
      end={
        <>
          <span>
            {list.next} <Kbd keys="j" />
          </span>
          <span>
            {list.previous} <Kbd keys="k" />
          </span>
        </>
      }
    >
      <Button kind="go" icon="phone" hotkey="Enter" className="px-4">
        {acts.go}
      </Button>
      <Button hotkey="s" onPress={() => notify({ text: states.removed, undo: () => notify({ text: states.saved }) })}>
        {acts.later}
      </Button>
      <Button hotkey="h">{acts.transfer}</Button>
      <Button hotkey="d">{acts.done}</Button>
    </ActBar>
  )
}
