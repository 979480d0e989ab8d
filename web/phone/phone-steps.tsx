import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Link } from '#web/ui/link.tsx'
import { Section } from '#web/ui/section.tsx'
import { Banner } from '#web/ui/states.tsx'
import { phoneMessages } from './messages.ts'
import { QrCode } from '#web/ui/qr-code.tsx'

type Reach = Reply<Contract['GET /api/phone']>

/** How to get this very server onto a phone: codes to scan, then the certificate, step by step. */
export function PhoneSteps({ reach }: { reach: Reach }) {
  const m = useMessages(phoneMessages)
  return (
    <>
      {!reach.open && <Restart title={m.closed} why={m.closedWhy} />}
      {reach.open && !reach.secure && <Restart title={m.plain} why={m.plainWhy} />}
      {reach.addresses.length > 0 && (
        <Section title={m.scan} remark={m.scanRemark}>
          {reach.addresses.length > 1 && <p className="t13 pt-2 text-ink-2">{m.severalNets}</p>}
          <ul className="flex flex-wrap gap-6 py-4">
            {reach.addresses.map((address) => (
              <li key={address} className="grid gap-2">
                <QrCode text={`${address}/phone`} label={m.qr(address)} />
                <Link className="t13" href={`${address}/phone`}>
                  {address}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {reach.secure && <Trust />}
    </>
  )
}

function Restart({ title, why }: { title: string; why: string }) {
  const m = useMessages(phoneMessages)
  return (
    <Banner tone="soon" title={title}>
      {why}
      <code className="mt-2 block rounded bg-paper px-3 py-2 font-mono text-ink">{m.command}</code>
    </Banner>
  )
}

function Trust() {
  const m = useMessages(phoneMessages)
  return (
    <Section title={m.trust} remark={m.trustRemark}>
      <p className="t13 py-3 text-ink-2">
        <a
          href="/weixi-root.crt"
          download="weixi-root.crt"
          className="mr-3 inline-flex h-ctl items-center rounded border border-line-2 px-3 text-ink hover:border-edge"
        >
          {m.certificate}
        </a>
        {m.certificateWhy}
      </p>
      <div className="grid gap-x-10 gap-y-4 md:grid-cols-2">
        <Steps title={m.android} steps={m.androidSteps} />
        <Steps title={m.iphone} steps={m.iphoneSteps} />
      </div>
      <Steps title={m.afterwards} steps={m.afterwardsSteps} />
    </Section>
  )
}

function Steps({ title, steps }: { title: string; steps: readonly string[] }) {
  return (
    <div className="min-w-0 pt-1 pb-3">
      <h3 className="t13 pb-1 font-strong">{title}</h3>
      <ol className="t14 grid list-decimal gap-1.5 pl-5 text-ink-2 marker:text-ink-3">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  )
}
