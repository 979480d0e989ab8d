import { createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Certified, makeLeaf, makeRoot } from './certificate.ts'

/** What HTTPS is served with, and the root a phone has to trust. */
export type Secured = Certified & { root: string }

const DAY = 86_400_000

/** The private IPv4 addresses under which other devices may reach this machine. */
export const ownAddresses = (): string[] =>
  Object.values(os.networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)

/**
 * The certificate kept in the data folder. The root is made once, so that a phone need trust it only once; the certificate itself is made
 * anew when this machine's addresses have changed or less than a month is left.
 */
export const certificateIn = (data: string, now: Date): Secured => {
  const folder = path.join(data, 'certificate')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const machine = machineName()
  const root = readPair(folder, 'root') ?? writePair(folder, 'root', makeRoot(machine, now))
  const names = ['localhost', machine, '127.0.0.1', ...ownAddresses()]
  const kept = readPair(folder, 'server')
  const good = kept !== null && covers(kept.certificate, names, now)
  const own = good ? kept : writePair(folder, 'server', makeLeaf(root, machine, names, now, createPrivateKey(root.key)))
  return { ...own, root: root.certificate }
}

/** A name that may stand in a certificate. */
const machineName = (): string =>
  os
    .hostname()
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]/g, '-') || 'weixi'

const covers = (certificate: string, names: readonly string[], now: Date): boolean => {
  const known = new X509Certificate(certificate)
  const listed = new Set((known.subjectAltName ?? '').split(', ').map((name) => name.replace(/^[^:]+:/, '')))
  return Date.parse(known.validTo) - now.getTime() > 30 * DAY && names.every((name) => listed.has(name))
}

const readPair = (folder: string, name: string): Certified | null => {
  const [certificate, key] = filesOf(folder, name)
  if (!existsSync(certificate) || !existsSync(key)) return null
  return { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') }
}

const writePair = (folder: string, name: string, pair: Certified): Certified => {
  const [certificate, key] = filesOf(folder, name)
  writeFileSync(key, pair.key, { mode: 0o600 })
  writeFileSync(certificate, pair.certificate)
  return pair
}

const filesOf = (folder: string, name: string): [certificate: string, key: string] => [
  path.join(folder, `${name}.crt`),
  path.join(folder, `${name}.key`),
]
