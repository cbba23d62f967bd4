/** An IPv4 block by numbers: its first address, from 0 to 2^32, and how many bits its prefix has. */
export interface Block {
  first: number;
  prefix: number;
}

/** @throws Error when it is none, or has bits set behind its prefix */
export function parseBlock(cidr: string): Block {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
  const numbers = match?.slice(1).map(Number) ?? [];
  const [a = 256, b = 0, c = 0, d = 0, prefix = 33] = numbers;
  const block = { first: ((a * 256 + b) * 256 + c) * 256 + d, prefix };
  const valid = [a, b, c, d].every((byte) => byte <= 255) && prefix <= 32;
  if (!valid || block.first % sizeOf(prefix) !== 0)
    throw new Error(`cidrBlock: expected an IPv4 block such as 10.0.0.0/16, got ${JSON.stringify(cidr)}`);
  return block;
}

export function renderBlock({ first, prefix }: Block): string {
  const bytes = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return `${bytes.join(".")}/${prefix}`;
}

/** How many addresses a block has. */
export function sizeOf(prefix: number): number {
  return 2 ** (32 - prefix);
}

/** The first block of that size at or after an address. */
export function blockFrom(address: number, prefix: number): Block {
  const size = sizeOf(prefix);
  return { first: Math.ceil(address / size) * size, prefix };
}

export function endOf({ first, prefix }: Block): number {
  return first + sizeOf(prefix);
}
