// Names for what depends on a text: folders of the cache, images of start-up.

/** A name that depends on a text: no secret, so two rounds of FNV-1a do. */
export function mark(text: string): string {
  let [low, high] = [0x811c9dc5, 0xcbf29ce4]
  for (let at = 0; at < text.length; at++) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193)
    high = Math.imul(high ^ text.charCodeAt(at), 0x01000193) ^ (low >>> 7)
  }
  return [low, high].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
