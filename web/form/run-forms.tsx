import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { type FormAbout, stateNames } from './form-types.ts'
import { formMessages } from './messages.ts'

type Props = {
  run: { id: string; customerId: string; personId: string | null }
  /** The forms its playbook calls for, by the layout's id. */
  wanted: readonly string[]
  /** The server has the whole record, so that a form can be filled from it. */
  ready: boolean
  onBegin: (about: FormAbout) => void
}

/** After filing: the forms this contact calls for, each filled in from it at one press; those that are begun, with how they stand. */
export function RunForms({ run, wanted, ready, onBegin }: Props) {
  const { run: m } = useMessages(formMessages)
  const language = useLanguage()
  const { today, staff } = useSession()
  const layouts = useRead('GET /api/form-layouts', {}, { enabled: ready }).data?.layouts ?? []
  const ofRun = useRead('GET /api/forms', { query: { runId: run.id } }, { enabled: ready }).data?.rows ?? []
  const ofDay = useRead('GET /api/forms', { query: { day: today } }, { enabled: ready }).data?.rows ?? []
  const begun = [...ofRun, ...ofDay.filter(({ author }) => author.id === staff.id)]
  const called = layouts.filter(({ layout }) => wanted.includes(layout.id))
  if (called.length === 0) return null
  return (
    <Section title={m.title} remark={ready ? m.remark : m.wait}>
      <Rows label={m.title}>
        {called.map(({ layout }) => {
          const there = begun.find(({ key }) => key === layout.id)
          return (
            <Row
              key={layout.id}
              note={layout.aim[language]}
              end={
                there ? (
                  <span className="flex items-center gap-2">
                    <span className="text-ink-3">{stateNames[language][there.state]}</span>
                    <Link href={`/forms/${there.id}`}>{m.see}</Link>
                  </span>
                ) : (
                  <Button
                    size="s"
                    icon="file"
                    isDisabled={!ready}
                    aria-label={`${m.fill} ${layout.title[language]}`}
                    onPress={() =>
                      onBegin({
                        form: layout.id,
                        run: run.id,
                        ...(layout.about === 'customer' && {
                          customer: run.customerId,
                          ...(run.personId && { person: run.personId }),
                        }),
                      })
                    }
                  >
                    {m.fill}
                  </Button>
                )
              }
            >
              {layout.title[language]}
            </Row>
          )
        })}
      </Rows>
    </Section>
  )
}
