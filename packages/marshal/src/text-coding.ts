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

/** Decodes well-formed UTF-8, throws on any other. */
export const strictDecoder: Decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** Decodes any bytes; what is not UTF-8 becomes U+FFFD. */
export const lenientDecoder: Decoder = new TextDecoder('utf-8', { ignoreBOM: true })
/** Encodes well-formed text. */
export const encoder: Encoder = new TextEncoder()
