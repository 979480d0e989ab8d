import { confirmingForms, needToConfirm } from '#domain/coach/conversation/confirm.ts'
import type { ConversationView } from '#domain/coach/conversation/view.ts'
import { spinKinds } from '#domain/coach/suggest.ts'
import { suggestionWordsEn } from '#domain/coach/words.en.ts'
import { suggestionWordsZh } from '#domain/coach/words.zh.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import type { Place } from './lines.tsx'
import { talkMessages } from './messages.ts'

type Props = { view: ConversationView; onGo: (place: Place) => void }

const suggestionWords = { zh: suggestionWordsZh, en: suggestionWordsEn }

/** What was said back, facts and feelings, and whether the customer said yes; where nothing was, three ways to say it [H-21][H-31]. */
export function SaidBack({ view: { saidBack, expectations }, onGo }: Props) {
  const { saidBack: m, view: v } = useMessages(talkMessages)
  const forms = confirmingForms[useLanguage()]
  const need = needToConfirm(expectations)
  const standing = (confirmed: boolean | null): string => (confirmed === null ? m.open : confirmed ? m.yes : m.no)
  const facts = saidBack.some(({ about }) => about === 'facts')
  return (
    <Section title={m.title} remark={m.remark}>
      <Rows label={m.title}>
        {saidBack.map((one) => (
          <Row
            key={`${one.turn} ${one.start}`}
            end={<Link onPress={() => onGo(one)}>{v.line(one.turn + 1)}</Link>}
            note={one.about === 'facts' ? standing(one.confirmed) : undefined}
          >
            <span className="text-ink-3">{m[one.about]}</span> {one.what}
          </Row>
        ))}
      </Rows>
      {!facts && (
        <div className="t13 py-2 text-ink-2">
          <p>{need === null ? m.noNeed : m.say}</p>
          {need !== null && (
            <ul aria-label={m.forms} className="list-disc pt-1 pl-5">
              {forms.map((form) => (
                <li key={form(need)}>{form(need)}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Section>
  )
}

/** The questions on the way to a need under their four heads, and the one that could come next [H-29]. */
export function NeedQuestions({ view: { needs }, onGo }: Props) {
  const { needs: m, view: v } = useMessages(talkMessages)
  const words = suggestionWords[useLanguage()]
  return (
    <Section title={m.title} remark={m.remark}>
      <Rows label={m.title} ordered>
        {spinKinds.map((kind, place) => (
          <Row
            key={kind}
            lead={place + 1}
            end={
              needs.asked[kind].length === 0 ? (
                <span className="text-ink-3">{m.none}</span>
              ) : (
                <span className="inline-flex flex-wrap justify-end gap-x-3">
                  {needs.asked[kind].map((turn) => (
                    <Link key={turn} onPress={() => onGo({ turn })}>
                      {v.line(turn + 1)}
                    </Link>
                  ))}
                </span>
              )
            }
            note={m.means[kind]}
          >
            {m.kinds[kind]}
          </Row>
        ))}
      </Rows>
      {needs.next.map((said) => (
        <p key={said.code} className="t13 pt-2 text-ink-2">
          <span className="text-ink-3">{m.next}</span> {sentence(words, said)}
        </p>
      ))}
    </Section>
  )
}
