import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { bits, octets, oid, sequence, set, tagged, text, time, truth, whole } from './der.ts'

/** A certificate and its private key, both PEM. */
export type Certified = { certificate: string; key: string }

const DAY = 86_400_000
const ecdsaSha256 = sequence(oid('1.2.840.10045.4.3.2'))

/**
 * The office's own root, to be trusted once on each phone. It can vouch for no name but this machine's and those of a
 * local net (name constraints), so that whoever trusts it risks nothing on the wide net should its key be lost.
 */
export const makeRoot = (machine: string, now: Date): Certified => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = `Weixi ${machine}`
  const der = signed(privateKey, {
    issuer: name,
    subject: name,
    from: new Date(now.getTime() - DAY),
    to: new Date(now.getTime() + 3650 * DAY),
    publicKey,
    extensions: [
      extension('2.5.29.19', sequence(truth(), whole(Buffer.from([0]))), true),
      extension('2.5.29.15', bits(Buffer.from([0x06]), 1), true),
      extension('2.5.29.14', octets(keyId(publicKey))),
      extension('2.5.29.30', sequence(tagged(0xa0, ...permitted(machine))), true),
    ],
  })
  return pemOf(der, privateKey)
}

/** What browsers are shown: for these names and addresses, signed by the root; at most 825 days, as phones ask. */
export const makeLeaf = (
  root: Certified,
  machine: string,
  names: readonly string[],
  now: Date,
  rootKey: KeyObject,
): Certified => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const der = signed(rootKey, {
    issuer: `Weixi ${machine}`,
    subject: names[0] ?? machine,
    from: new Date(now.getTime() - DAY),
    to: new Date(now.getTime() + 800 * DAY),
    publicKey,
    extensions: [
      extension('2.5.29.19', sequence(), true),
      extension('2.5.29.15', bits(Buffer.from([0x80]), 7), true),
      extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))),
      extension('2.5.29.17', sequence(...names.map(generalName))),
    ],
  })
  const own = pemOf(der, privateKey)
  return { certificate: `${own.certificate}${root.certificate}`, key: own.key }
}

type Content = { issuer: string; subject: string; from: Date; to: Date; publicKey: KeyObject; extensions: Uint8Array[] }

const signed = (by: KeyObject, { issuer, subject, from, to, publicKey, extensions }: Content): Uint8Array => {
  const content = sequence(
    tagged(0xa0, whole(Buffer.from([2]))),
    whole(serial()),
    ecdsaSha256,
    commonName(issuer),
    sequence(time(from), time(to)),
    commonName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  )
  return sequence(content, ecdsaSha256, bits(sign('sha256', content, by)))
}

/** Sixteen chance bytes; the first neither zero nor negative, so that they are the shortest form of the number. */
const serial = (): Uint8Array => {
  const bytes = randomBytes(16)
  bytes[0] = 0x40 + ((bytes[0] ?? 0) % 0x40)
  return bytes
}

const commonName = (name: string): Uint8Array => sequence(set(sequence(oid('2.5.4.3'), text(name))))

const extension = (id: string, value: Uint8Array, critical = false): Uint8Array =>
  sequence(oid(id), ...(critical ? [truth()] : []), octets(value))

const keyId = (key: KeyObject): Uint8Array =>
  createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest()

const isAddress = (name: string): boolean => /^\d+\.\d+\.\d+\.\d+$/.test(name)

const addressBytes = (address: string): Buffer => Buffer.from(address.split('.').map(Number))

const generalName = (name: string): Uint8Array =>
  isAddress(name) ? tagged(0x87, addressBytes(name)) : tagged(0x82, Buffer.from(name))

/** Numbered addresses, whatever the office uses, this machine's name, and names in .local and .lan: no name of the wide net. */
const permitted = (machine: string): Uint8Array[] => [
  ...['localhost', machine, 'local', 'lan'].map((name) => sequence(tagged(0x82, Buffer.from(name)))),
  sequence(tagged(0x87, addressBytes('0.0.0.0'), addressBytes('0.0.0.0'))),
]

const pemOf = (der: Uint8Array, key: KeyObject): Certified => ({
  certificate: `-----BEGIN CERTIFICATE-----\n${(
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join('\n')}\n-----END CERTIFICATE-----\n`,
  key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
})
