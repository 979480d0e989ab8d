/** A value nobody reads without its key, and that cannot be put in another's place. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }

/** Web Cryptography exists only on a secure page. */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined

/** Seals a JSON value under its name; `opened` wants the same name again. */
export const sealed = async (key: CryptoKey, name: string, value: unknown): Promise<Sealed> => {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await crypto.subtle.encrypt(algorithm(name, iv), key, encode(JSON.stringify(value)))
  return { iv, bytes }
}

/** Throws when key or name are not those it was sealed with. */
export const opened = async (key: CryptoKey, name: string, { iv, bytes }: Sealed): Promise<unknown> => {
  const plain = await crypto.subtle.decrypt(algorithm(name, iv), key, bytes)
  return JSON.parse(new TextDecoder().decode(plain)) as unknown
}

const algorithm = (name: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: encode(name),
})

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
