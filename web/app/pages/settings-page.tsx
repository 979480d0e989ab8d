import { LimitSettings } from '#web/case/limit-settings.tsx'
import { useRead } from '#web/client/query.ts'
import { PackChoice } from '#web/playbook/pack-choice.tsx'
import { useSession } from '#web/client/session.tsx'
import { RulesLink } from '#web/retention/retention-link.tsx'
import { SheetSettings } from '#web/round/sheet-form.tsx'
import { StandardSettings } from '#web/round/standard-form.tsx'
import { AbsenceForm } from '#web/staff/absence-form.tsx'
import { AbsenceList } from '#web/staff/absence-list.tsx'
import { staffMessages } from '#web/staff/messages.ts'
import { PasswordForm, PinForm, WorkPhoneForm } from '#web/staff/own-seat.tsx'
import { SecondStep } from '#web/staff/second-step.tsx'
import { SeatList } from '#web/staff/seat-list.tsx'
import { TokenList } from '#web/staff/token-list.tsx'
import { Link } from '#web/ui/link.tsx'
import { QrCode } from '#web/ui/qr-code.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { DisplayChoices } from '../display-menu.tsx'
import { Page } from '../shell.tsx'

/** One's own: away days, unlock code, password, display. */
export function SettingsPage() {
  const m = useMessages(staffMessages)
  const { staff, can } = useSession()
  const absences = useRead('GET /api/absences', {}, { enabled: can.includes('staff.read') })
  return (
    <Page title={m.settings.title} remark={[staff.name, staff.unitName, staff.seat].filter(Boolean).join(' · ')}>
      <div className="grid max-w-3xl gap-4 px-4 py-3 lg:px-5">
        <Section title={m.settings.display} remark={m.settings.displayRemark}>
          <div className="py-3">
            <DisplayChoices />
          </div>
        </Section>
        <Section title={m.absences.own} remark={m.absences.remark}>
          {absences.data ? (
            <AbsenceList own absences={absences.data.absences.filter(({ staffId }) => staffId === staff.id)} />
          ) : (
            absences.isLoading && <SkeletonRows rows={1} />
          )}
          <AbsenceForm />
        </Section>
        {can.includes('pack.choose') && <PackChoice />}
        {can.includes('staff.read') && <LimitSettings />}
        {can.includes('round.rule') && <StandardSettings />}
        {can.includes('round.rule') && <SheetSettings />}
        {can.includes('retention.teach') && <RulesLink />}
        <WorkPhoneForm />
        <PinForm />
        <PasswordForm />
        <SecondStep picture={(address) => <QrCode text={address} label={m.secondStep.scan} />} />
        <SeatList />
        <TokenList />
        <Section title={m.settings.phone} remark={m.settings.phoneRemark}>
          <p className="t13 py-3">
            <Link href="/phone">{m.settings.phoneOpen}</Link>
          </p>
        </Section>
      </div>
    </Page>
  )
}
