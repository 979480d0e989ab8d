import { useFormat } from '#web/ui/format.ts'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { AudienceCount } from './audience-count.tsx'
import { type CampaignFilter, type CampaignShown, wayNames } from './campaign-types.ts'
import { phaseNames } from './campaigns-screen.tsx'
import { EffectSection } from './effect-section.tsx'
import { MembersSection } from './members-section.tsx'
import { campaignMessages } from './messages.ts'
import { RestSection } from './rest-section.tsx'

type Props = { campaign: CampaignShown; filter: CampaignFilter; onFilter: (filter: CampaignFilter) => void }

/** One campaign: what it caused first, then who is in which arm; beside them how it is done. */
export function CampaignScreen({ campaign, filter, onFilter }: Props) {
  const m = useMessages(campaignMessages)
  const language = useLanguage()
  const { phase, stopped } = campaign
  const draft = phase === 'draft' || phase === 'dropped'
  return (
    <div className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_344px]">
      <div className="flex min-w-0 flex-col gap-5 px-4 pb-8 lg:px-6">
        <header className="pt-3">
          <h1 className="t16">{campaign.title}</h1>
          <p className="t13 text-ink-2">
            {[stopped ? m.stopped : phaseNames[language][phase], m.readOn(campaign.readOn), m.by(campaign.setBy)].join(
              ' · ',
            )}
          </p>
        </header>
        {draft && <DraftCount campaign={campaign} />}
        <EffectSection campaign={campaign} />
        {!draft && <MembersSection campaign={campaign} filter={filter} onFilter={onFilter} />}
      </div>
      <aside className="grid min-w-0 content-start gap-5 px-4 py-3 pb-8 lg:border-l lg:border-line lg:px-6">
        <Plan campaign={campaign} />
        {phase === 'readable' && <RestSection campaign={campaign} />}
      </aside>
    </div>
  )
}

function DraftCount({ campaign }: { campaign: CampaignShown }) {
  const { mine, ...filter } = campaign.audience.filter
  const own = mine === true ? { mine: 'true' } : {}
  return <AudienceCount query={{ ...filter, ...own, playbook: campaign.playbook, share: campaign.share }} />
}

function Plan({ campaign }: { campaign: CampaignShown }) {
  const { plan: m } = useMessages(campaignMessages)
  const language = useLanguage()
  const f = useFormat()
  return (
    <Section title={m.title}>
      <Definitions>
        <DefinitionRow term={m.aim} wide>
          {campaign.aim}
        </DefinitionRow>
        <DefinitionRow term={m.list} wide>
          {campaign.audience.name}
        </DefinitionRow>
        {campaign.way && (
          <DefinitionRow term={m.way} wide>
            {wayNames[language][campaign.way]}
          </DefinitionRow>
        )}
        <DefinitionRow term={m.playbook} wide>
          {campaign.playbookTitle[language]}
        </DefinitionRow>
        <DefinitionRow term={m.offer} wide>
          {campaign.offer || <span className="text-ink-3">{m.noOffer}</span>}
        </DefinitionRow>
        <DefinitionRow term={m.share} wide>
          {m.shareIs(f.percent(campaign.share))}
        </DefinitionRow>
        <DefinitionRow term={m.contactUntil} wide>
          {campaign.contactUntil}
        </DefinitionRow>
        <DefinitionRow term={m.outcome} wide>
          {m.outcomeIs(f.monthOfYear(campaign.stayMonth))}
        </DefinitionRow>
        <DefinitionRow term={m.readOn} wide>
          {campaign.readOn}
        </DefinitionRow>
        <DefinitionRow term={m.cost} wide>
          {f.money(campaign.costEachFen)}
        </DefinitionRow>
        {campaign.due > 0 && (
          <DefinitionRow term={m.due} wide>
            {m.dueIs(f.number(campaign.due))}
          </DefinitionRow>
        )}
      </Definitions>
    </Section>
  )
}
