// The two coders every JavaScript host has; packages see no host types, so they are declared here.
interface Decoder {
  decode(bytes: Uint8Array): string
}
interface Encoder {
  encode(text: string): Uint8Array
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number }
}
declare const TextDecoder: new (label: string, options?: { fatal?: boolean; ignoreBOM?: boolean }) => Decoder
declare const TextEncoder: new () => Encoder

// Made when first asked for: an engine's coders take a while to make, and a start may need none.
let strict: Decoder | undefined
let lenient: Decoder | undefined
let utf8: Encoder | undefined

/** Decodes well-formed UTF-8, throws on any other. */
export const strictDecoder = (): Decoder => (strict ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }))
/** Decodes any bytes; what is not UTF-8 becomes U+FFFD. */
export const lenientDecoder = (): Decoder => (lenient ??= new TextDecoder('utf-8', { ignoreBOM: true }))
/** Encodes well-formed text. */
export const encoder = (): Encoder => (utf8 ??= new TextEncoder())
