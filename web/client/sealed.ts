/** A value nobody reads without its key, and that cannot be put in another's place. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }

/** Web Cryptography exists only on a secure page. */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined

/** Seals a JSON value under its name; `opened` wants the same name again. */
export const sealed = (key: CryptoKey, name: string, value: unknown): Promise<Sealed> =>
  sealedBytes(key, name, encode(JSON.stringify(value)))

/** Throws when key or name are not those it was sealed with. */
export const opened = async (key: CryptoKey, name: string, closed: Sealed): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await openedBytes(key, name, closed))) as unknown

/** Seals a file's bytes as they are. */
export const sealedBytes = async (key: CryptoKey, name: string, plain: BufferSource): Promise<Sealed> => {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, bytes: await crypto.subtle.encrypt(algorithm(name, iv), key, plain) }
}

/** Throws as `opened` does. */
export const openedBytes = (key: CryptoKey, name: string, { iv, bytes }: Sealed): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt(algorithm(name, iv), key, bytes)

const algorithm = (name: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: encode(name),
})

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
