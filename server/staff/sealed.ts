import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16

const keyFrom = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'weixi second step', 32))

/** Bytes as they may lie in the database: whoever has that alone, without the installation's secret, cannot read them. Bound to whose they are. */
export const sealed = (secret: string, whose: string, bytes: Uint8Array): string => {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(CIPHER, keyFrom(secret), nonce).setAAD(Buffer.from(whose))
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** What was sealed; null where it was sealed for somebody else, with another secret, or was changed. */
export const unsealed = (secret: string, whose: string, text: string): Uint8Array | null => {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length < NONCE + TAG) return null
  const open = createDecipheriv(CIPHER, keyFrom(secret), bytes.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(Buffer.from(whose))
    .setAuthTag(bytes.subarray(-TAG))
  try {
    return Buffer.concat([open.update(bytes.subarray(NONCE, -TAG)), open.final()])
  } catch {
    return null
  }
}
