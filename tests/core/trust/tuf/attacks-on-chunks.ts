import { publish, statusIndex, type Tampering } from '#fixtures/issuer';
import {
  chunkName,
  deltaName,
  encodeDelta,
  type StatusIndex,
  type StatusList,
} from '#core/trust';
import { sha256 } from '#kiosk/crypto';
import { toHex } from '../signing.ts';
import { first, held, next, type Attack } from './attack.ts';
import { sampleList } from './repositories.ts';
import { flipped, replaced, withIssuer, withLists } from './tampering.ts';

const list = sampleList();
const [chunk = new Uint8Array()] = list.chunks;
const chunkFile = chunkName(toHex(sha256(chunk)));
const path = 'status/51/1.cbor';
const nothing = new Uint8Array();

/** The same list where index 0 is on hold, for whoever holds the list above. */
const target = Uint8Array.of((chunk[0] ?? 0) | 1);
const targetFile = chunkName(toHex(sha256(target)));
const delta = deltaName(sha256(target), sha256(chunk));
const entries = 4;

export const attacksOnChunks: readonly Attack[] = [
  {
    name: 'keeps a chunk back',
    sent: publish(first, { files: { [chunkFile]: () => undefined } }),
    refusal: { code: 'bundle-missing', where: chunkFile },
  },
  {
    name: 'changes a byte of a chunk',
    sent: publish(first, { files: { [chunkFile]: flipped } }),
    refusal: { code: 'bundle-hash', where: chunkFile },
  },
  {
    name: 'signs for a chunk of fewer entries than it says',
    sent: publish(withIssuer('51', { statusLists: [{ ...list, entries: 5 }] })),
    refusal: { code: 'bundle-malformed', where: `${path}.chunks.0` },
  },
  {
    name: 'signs for a chunk of more entries than it says',
    sent: publish(
      withIssuer('51', {
        statusLists: [{ ...list, chunks: [Uint8Array.of(0, 0)] }],
      }),
    ),
    refusal: { code: 'bundle-malformed', where: `${path}.chunks.0` },
  },
  {
    name: 'signs for a chunk of nothing',
    sent: publish(
      withIssuer('51', { statusLists: [{ ...list, chunks: [nothing] }] }),
    ),
    refusal: { code: 'bundle-malformed', where: `${path}.chunks.0` },
  },
  {
    name: 'hides something past the end of a list',
    sent: publish(withIssuer('51', { statusLists: [{ ...list, entries: 3 }] })),
    refusal: { code: 'bundle-malformed', where: `${path}.chunks.0` },
  },
  indexed('covers nobody', { entries: 0 }, `${path}.chunks`),
  indexed('names no chunk', { chunks: [] }, `${path}.chunks`),
  indexed(
    'names a chunk too many',
    { chunks: [sha256(chunk), sha256(chunk)] },
    `${path}.chunks`,
  ),
  indexed(
    'has more entries than its one chunk',
    { entries: 2 ** 20 + 1 },
    `${path}.chunks`,
  ),
  indexed(
    'has more entries than a list may',
    { entries: 64 * 2 ** 20 + 1 },
    `${path}.entries`,
  ),
  indexed(
    'names more chunks than a list may',
    { chunks: Array.from({ length: 65 }, () => sha256(chunk)) },
    `${path}.chunks`,
  ),
  indexed(
    'names a chunk by less than a hash',
    { chunks: [new Uint8Array(31)] },
    `${path}.chunks.0`,
  ),
  {
    name: 'publishes more lists than all issuers may',
    sent: publish(
      withIssuer('51', {
        statusLists: Array.from({ length: 256 }, (_, at) =>
          sampleList({ list: at }),
        ),
      }),
    ),
    refusal: { code: 'bundle-malformed', where: 'statusLists' },
  },
  manyChunks('more chunks than all issuers may', 5, {
    code: 'bundle-malformed',
    where: 'statusLists',
  }),
  manyChunks('as many chunks as all issuers may, and brings none', 4, {
    code: 'bundle-missing',
    where: chunkName(toHex(sha256(Uint8Array.of(0, 0)))),
  }),
  forgetting('forgets the end of a list, and who was revoked there', {
    entries: 2,
    chunks: [Uint8Array.of(0b0100)],
  }),
  forgetting('makes a hold of a revocation', {
    chunks: [Uint8Array.of((chunk[0] ?? 0) ^ 0b11_0000)],
  }),
  forgetting('makes a change of a revocation', {
    chunks: [Uint8Array.of((chunk[0] ?? 0) | 0b01_0000)],
  }),
  {
    name: 'drops a list though its issuer goes on signing',
    held,
    sent: publish({
      ...next,
      issuers: next.issuers.map((issuer) => ({ ...issuer, statusLists: [] })),
    }),
    refusal: { code: 'bundle-unrevokes', where: 'statusLists' },
  },

  // Deltas: the index is rightly signed, and the way to its chunk is not right.
  changing('sends a delta that is too short for a hash', 'bundle-malformed', {
    [delta]: () => new Uint8Array(31),
  }),
  changing('sends a delta from elsewhere than its name', 'bundle-malformed', {
    [delta]: flipped,
  }),
  changing('cuts a delta in the middle of a number', 'bundle-malformed', {
    [delta]: (file) => Uint8Array.of(...file.slice(0, 32), 0x81),
  }),
  changing('writes a number longer than it is', 'bundle-malformed', {
    [delta]: (file) => Uint8Array.of(...file.slice(0, 32), 0x81, 0x00),
  }),
  changing('writes a number longer than any', 'bundle-malformed', {
    [delta]: (file) =>
      Uint8Array.of(...file.slice(0, 32), 0x81, 0x80, 0x80, 0x80, 0x01),
  }),
  changing('changes an entry to what it is', 'bundle-malformed', {
    [delta]: (file) => Uint8Array.of(...file.slice(0, 32), 0x00),
  }),
  changing('changes an entry past the end', 'bundle-malformed', {
    [delta]: (file) => Uint8Array.of(...file, 0x0d),
  }),
  changing('leads a delta elsewhere than is signed for', 'bundle-hash', {
    [delta]: (file) => Uint8Array.of(...file.slice(0, 32), 0x02),
  }),
  changing('does nothing where there is something to do', 'bundle-hash', {
    [delta]: (file) => file.slice(0, 32),
  }),
  {
    name: 'sends a delta from what nobody has',
    held,
    sent: publish(towardsTarget(), {
      files: {
        [targetFile]: () => undefined,
        [deltaName(sha256(target), sha256(Uint8Array.of(7)))]: () =>
          encodeDelta(Uint8Array.of(7), target, entries, sha256),
      },
    }),
    refusal: { code: 'bundle-missing', where: targetFile },
  },
  {
    name: 'sends a damaged chunk beside a good delta',
    held,
    sent: publish(towardsTarget(), {
      files: {
        [targetFile]: flipped,
        [delta]: () => encodeDelta(chunk, target, entries, sha256),
      },
    }),
    refusal: { code: 'bundle-hash', where: targetFile },
  },
];

function indexed(
  name: string,
  changes: Partial<StatusIndex>,
  where: string,
): Attack {
  const index = { ...statusIndex(list), ...changes };
  return {
    name: `signs an index that ${name}`,
    sent: publish(first, replaced(path, 'status.51', index)),
    refusal: { code: 'bundle-malformed', where },
  };
}

function manyChunks(
  name: string,
  lists: number,
  refusal: Attack['refusal'],
): Attack {
  const statusLists = Array.from({ length: lists }, (_, at) => ({
    ...list,
    list: at,
  }));
  const from = {
    ...first,
    issuers: first.issuers.map((issuer) => ({
      ...issuer,
      statusLists: issuer.issuer.id === '51' ? statusLists : [],
    })),
  };
  return {
    name: `signs for ${name}`,
    sent: publish(from, manyLists(lists)),
    refusal,
  };
}

/** Each with as many chunks as a list may have, none of them the same. */
function manyLists(count: number): Tampering {
  const each = Array.from({ length: count }, (_, at) => {
    const chunks = Array.from({ length: 64 }, (_unused, number) =>
      sha256(Uint8Array.of(at, number)),
    );
    const index = { issuer: '51', list: at, asOfMs: 0, chunks };
    return replaced(`status/51/${at}.cbor`, 'status.51', {
      ...index,
      entries: 64 * 2 ** 20,
    });
  });
  return {
    files: Object.fromEntries(
      each.flatMap(({ files = {} }) => Object.entries(files)),
    ),
    unsigned: {
      'status.51.json': (signed) =>
        each.reduce(
          (before, { unsigned }) =>
            unsigned?.['status.51.json']?.(before) ?? before,
          signed,
        ),
    },
  };
}

function forgetting(name: string, changes: Partial<StatusList>): Attack {
  return {
    name,
    held,
    sent: publish({ ...next, issuers: withLists(changes) }),
    refusal: { code: 'bundle-unrevokes', where: 'statusLists.0' },
  };
}

function towardsTarget(): typeof next {
  return { ...next, issuers: withLists({ chunks: [target] }) };
}

/** Sends the delta alone, changed. */
function changing(
  name: string,
  code: 'bundle-malformed' | 'bundle-hash',
  changes: Record<string, (file: Uint8Array) => Uint8Array>,
): Attack {
  const honest = encodeDelta(chunk, target, entries, sha256);
  const [at = '', change] = Object.entries(changes)[0] ?? [];
  return {
    name,
    held,
    sent: publish(towardsTarget(), {
      files: {
        [targetFile]: () => undefined,
        [at]: () => change?.(honest),
      },
    }),
    refusal: { code, where: at },
  };
}
