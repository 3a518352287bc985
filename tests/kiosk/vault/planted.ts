/** Persons that no other file can name by chance. */
export const planted = Array.from({ length: 40 }, (_, index) => ({
  person: {
    name: `植入姓名${String(index)}号塔依尔`,
    documentNumber: `Q${String(700_000 + index)}`,
    birthYear: 1950 + index,
  },
  passId: Uint8Array.from(
    { length: 16 },
    (_each, at) => 0x80 ^ (index * 7 + at * 31),
  ),
}));

export const passphrase = 'for the supervisor alone';
export const month = '2026-11';

export function entryIdOf(index: number): string {
  return `01931f00-0000-7000-8000-${String(index).padStart(12, '0')}`;
}
