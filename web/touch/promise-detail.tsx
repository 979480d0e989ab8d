import { useState } from 'react'
import {
  promiseMoveNames as movesEn,
  promiseRefusals as refusalsEn,
  promiseStandingNames as standingsEn,
} from '#domain/touch/words.en.ts'
import {
  promiseMoveNames as movesZh,
  promiseRefusals as refusalsZh,
  promiseStandingNames as standingsZh,
} from '#domain/touch/words.zh.ts'
import type { PromiseMove } from '#domain/touch/promise-ledger.ts'
import { freshId } from '#web/client/id.ts'
import { useReasonText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { ActBar } from '#web/ui/act-bar.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useHotkey } from '#web/ui/hotkeys.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Banner } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { promiseMessages } from './messages.ts'
import { PromiseMoveForm } from './promise-move-form.tsx'
import { type MoveWish, type PromiseLine, useDueText } from './promise-line.ts'

const words = {
  zh: { moves: movesZh, standings: standingsZh },
  en: { moves: movesEn, standings: standingsEn },
}
const refusals = { zh: refusalsZh, en: refusalsEn }

/** One promise: how it stands, what may be done with one key, and everything that happened to it. */
export function PromiseDetail({ promise }: { promise: PromiseLine }) {
  const m = useMessages(promiseMessages)
  const language = useLanguage()
  const due = useDueText()
  const { write, pending } = useMove(promise)
  const [asking, setAsking] = useState<PromiseMove | null>(null)
  const { standings } = words[language]
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {promise.owesWord && <Banner tone="now">{m.owesWord}</Banner>}
      <div className="flex flex-col gap-4 px-4 py-4 lg:px-6">
        <header>
          <p className="t13 text-ink-3">
            <Link href={`/customers/${promise.customer.id}`}>{promise.customer.calledBy}</Link>
            {promise.toPerson && ` · ${promise.toPerson.name}`}
          </p>
          <h2 className="t20">{promise.what}</h2>
        </header>
        <Definitions className="border-t border-line">
          <DefinitionRow term={m.due} wide>
            {due(promise.dueAt)} <span className="text-ink-3">{standings[promise.standing]}</span>
            {promise.provisional && <span className="block text-amber">{m.provisional}</span>}
          </DefinitionRow>
          {promise.firstDueAt !== promise.dueAt && (
            <DefinitionRow term={m.firstDue} wide>
              {due(promise.firstDueAt)}
            </DefinitionRow>
          )}
          <DefinitionRow term={m.owner} wide>
            {promise.owner.name}
          </DefinitionRow>
          <DefinitionRow term={m.toldAt} wide>
            {promise.toldAt ? due(promise.toldAt) : <span className="text-ink-3">{m.notTold}</span>}
          </DefinitionRow>
        </Definitions>
        {asking && (
          <PromiseMoveForm
            key={asking}
            move={asking}
            promise={promise}
            pending={pending}
            onSave={(wish) => write(wish, () => setAsking(null))}
            onCancel={() => setAsking(null)}
          />
        )}
        <Story promise={promise} />
      </div>
      <Acts promise={promise} pending={pending} onDo={(move) => write({ move })} onAsk={setAsking} />
    </div>
  )
}

/** Writes a move; what was kept by mistake is taken back from the notice. */
const useMove = (promise: PromiseLine) => {
  const m = useMessages(promiseMessages)
  const reasonText = useReasonText(refusals)
  const move = useWrite('POST /api/promises/:id/moves')
  const write = (wish: MoveWish, onDone?: () => void): void =>
    move.mutate(
      { params: { id: promise.id }, body: { moveId: freshId(), ...wish } },
      {
        onSuccess: () => {
          onDone?.()
          const settles = wish.move === 'kept' || wish.move === 'broken' || wish.move === 'withdrawn'
          notify({
            text: m.did(promise.what, m.acts[wish.move]),
            ...(settles ? { undo: () => write({ move: 'reopened' }) } : {}),
          })
        },
        onError: (error) => notify({ text: reasonText(error), tone: 'problem' }),
      },
    )
  return { write, pending: move.isPending }
}

type ActsProps = {
  promise: PromiseLine
  pending: boolean
  onDo: (move: PromiseMove) => void
  onAsk: (move: PromiseMove) => void
}

function Acts({ promise, pending, onDo, onAsk }: ActsProps) {
  const m = useMessages(promiseMessages)
  const open = promise.state === 'open'
  useHotkey(open ? { keys: 'h', label: m.acts.handedOver, run: () => onAsk('handedOver') } : null)
  if (!open)
    return (
      <ActBar>
        {promise.owesWord && (
          <Button kind="go" hotkey="t" isDisabled={pending} onPress={() => onAsk('told')}>
            {m.acts.told}
          </Button>
        )}
        <Button hotkey="r" isDisabled={pending} onPress={() => onDo('reopened')}>
          {m.acts.reopened}
        </Button>
      </ActBar>
    )
  return (
    <ActBar>
      <Button kind="go" icon="check" hotkey="y" isDisabled={pending} onPress={() => onDo('kept')}>
        {m.acts.kept}
      </Button>
      <Button hotkey="t" onPress={() => onAsk('told')}>
        {m.acts.told}
      </Button>
      <Button hotkey="p" onPress={() => onAsk('postponed')}>
        {m.acts.postponed}
      </Button>
      <Button hotkey="n" onPress={() => onAsk('broken')}>
        {m.acts.broken}
      </Button>
      <Menu
        label={m.moreActs}
        placement="top end"
        onChoose={(move) => onAsk(move === 'handedOver' ? 'handedOver' : 'withdrawn')}
        choices={[
          { id: 'handedOver', label: m.acts.handedOver, icon: 'transfer', hotkey: 'h' },
          { id: 'withdrawn', label: m.acts.withdrawn, icon: 'x' },
        ]}
        trigger={<IconButton label={m.moreActs} icon="more" kind="bare" />}
      />
    </ActBar>
  )
}

function Story({ promise }: { promise: PromiseLine }) {
  const m = useMessages(promiseMessages)
  const language = useLanguage()
  const { branch, today } = useSession()
  const format = useFormat(branch.timeZone)
  const due = useDueText()
  return (
    <Section title={m.story}>
      <Rows ordered>
        {promise.history.toReversed().map((step) => (
          <Row
            key={`${step.at} ${step.move}`}
            note={step.note || undefined}
            end={
              <span className="text-ink-3">
                {step.by} · {format.shortDay(step.at.slice(0, 10), today)}
              </span>
            }
          >
            {words[language].moves[step.move]}
            {step.toName && ` ${m.handedTo(step.toName)}`}
            {step.from && step.to && ` ${m.fromTo(due(step.from), due(step.to))}`}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
