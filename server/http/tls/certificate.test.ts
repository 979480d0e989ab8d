import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makeLeaf, makeRoot } from './certificate.ts'
import { certificateIn } from './keep.ts'

const now = new Date()

const aFolder = (): string => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'weixi-tls-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Asks a server with these papers, as a client that trusts only that root. */
const ask = async (papers: { certificate: string; key: string }, root: string, servername: string): Promise<string> => {
  const server = createServer({ cert: papers.certificate, key: papers.key }, (_, response) => response.end('here'))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return new Promise((answer) => {
    request({ host: '127.0.0.1', port, ca: root, servername, path: '/' }, (response) => {
      response.on('data', (chunk: Buffer) => answer(chunk.toString()))
    })
      .on('error', (error: NodeJS.ErrnoException) => answer(error.code ?? error.message))
      .end()
  })
}

describe('the certificate of an office', () => {
  test('is accepted by a device that trusts its root, and by no other', async () => {
    const papers = certificateIn(aFolder(), now)
    expect(await ask(papers, papers.root, 'localhost')).toBe('here')
    expect(await ask(papers, makeRoot('another', now).certificate, 'localhost')).not.toBe('here')
  })

  test('is kept: a phone has to trust the root only once', () => {
    const folder = aFolder()
    expect(certificateIn(folder, now)).toEqual(certificateIn(folder, now))
  })

  test('is made anew from the same root when it is about to end', () => {
    const folder = aFolder()
    const first = certificateIn(folder, now)
    const later = certificateIn(folder, new Date(now.getTime() + 780 * 86_400_000))
    expect(later.root).toBe(first.root)
    expect(later.certificate).not.toBe(first.certificate)
  })

  test('cannot vouch for a name of the wide net', async () => {
    const root = makeRoot('office-pc', now)
    const forged = makeLeaf(root, 'office-pc', ['bank.example'], now, createPrivateKey(root.key))
    expect(await ask(forged, root.certificate, 'bank.example')).not.toBe('here')
    const honest = makeLeaf(root, 'office-pc', ['office-pc'], now, createPrivateKey(root.key))
    expect(await ask(honest, root.certificate, 'office-pc')).toBe('here')
  })

  test('lives no longer than phones accept, and names every address', () => {
    const { certificate } = certificateIn(aFolder(), now)
    const leaf = new X509Certificate(certificate)
    expect(Date.parse(leaf.validTo) - Date.parse(leaf.validFrom)).toBeLessThanOrEqual(825 * 86_400_000)
    expect(leaf.subjectAltName).toContain('IP Address:127.0.0.1')
  })
})
