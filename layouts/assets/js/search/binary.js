// Reads the byte formats of generator/papershelf/search/binary.py and slices.py.

/**
 * What was compressed; rejects where it is not whole.
 * @param {ArrayBuffer} buffer
 */
export async function inflated(buffer) {
  const stream = new Blob([buffer]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const text = new TextDecoder();

/**
 * Whether the last member of a JSON object is the checksum of all before it (Adler-32, RFC 1950).
 * @param {Uint8Array} bytes
 */
export function isWhole(bytes) {
  const end = bytes.lastIndexOf(44); // its comma
  let a = 1, b = 0;
  for (const byte of bytes.subarray(0, end)) b = (b + (a = (a + byte) % 65521)) % 65521;
  return text.decode(bytes.subarray(end)) === `,"checksum":${b * 65536 + a}}`;
}

export class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  varint() {
    let value = 0, scale = 1, byte;
    do {
      byte = this.bytes[this.at++];
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return value;
  }

  /** @param {number} count */
  varints(count) {
    return Array.from({ length: count }, () => this.varint());
  }

  words() {
    const count = this.varint();
    const shared = this.varints(count), lengths = this.varints(count), size = this.varint();
    const rest = text.decode(this.bytes.subarray(this.at, this.at + size));
    this.at += size;
    let at = 0, word = "";
    return shared.map((same, index) => (word = word.slice(0, same) + rest.slice(at, (at += lengths[index]))));
  }

  line() {
    const end = this.bytes.indexOf(10, this.at);
    const line = text.decode(this.bytes.subarray(this.at, end));
    this.at = end + 1;
    return line;
  }
}

/** @typedef {{ papers: Int32Array, codes: Uint16Array }} Postings */

/**
 * A slice: postings by term, papers ascending.
 * @param {Uint8Array} bytes
 * @returns {Map<string, Postings>}
 */
export function slice(bytes) {
  const reader = new Reader(bytes);
  const terms = reader.words(), counts = reader.varints(terms.length);
  const postings = counts.map((count) => {
    const papers = new Int32Array(count), codes = new Uint16Array(count);
    for (let i = 0, paper = 0; i < count; i++) {
      const value = reader.varint();
      papers[i] = paper += value >>> 1;
      codes[i] = value & 1;
    }
    return { papers, codes };
  });
  for (const { codes } of postings) {
    for (let i = 0; i < codes.length; i++) if (!codes[i]) codes[i] = reader.varint();
  }
  return new Map(terms.map((term, at) => [term, postings[at]]));
}
