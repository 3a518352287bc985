import { describe, expect, it } from 'vitest';
import {
  apply,
  readBundle,
  type BundleContent,
  type BundleRefusal,
  type HeldBundle,
  type TrustStore,
} from '#core/trust';
import { sha256, signatures } from '#kiosk/crypto';
import {
  nowMs,
  quick,
  signBundle,
  siteContent,
  testKey,
  trustedNow,
  type TestKey,
} from './signing.ts';

const root = testKey('ROOT-1');
const demoRoot = testKey('DEMO-ROOT');

describe('apply', () => {
  it('takes a first bundle in one step and serves what it says', () => {
    const store = createStore();
    const bundle = signBundle(siteContent(), root);
    expect(apply(bundle, trustedNow, store)).toEqual({
      ok: true,
      value: {
        kind: 'replaced',
        version: 5,
        signedAtMs: siteContent().signedAtMs,
      },
    });
    expect(store.replaced).toHaveLength(1);
    expect(store.current()).toMatchObject({
      bundle,
      content: siteContent(),
      policy: siteContent().policy,
      trust: { profile: 'site', version: 5 },
    });
  });

  it('asks both engines', () => {
    const bundle = signBundle(siteContent(), root);
    const agreeing = createStore({ signatures });
    expect(apply(bundle, trustedNow, agreeing).ok).toBe(true);
    const second = { name: 'always no', verify: () => false };
    const split = createStore({ signatures: { ...quick, second } });
    expect(refusal(split, bundle)).toEqual({
      code: 'bundle-signature',
      where: 'engines-disagree',
    });
  });

  it('writes nothing when the bundle held comes again, whatever the clock says', () => {
    const store = createStore();
    const bundle = signBundle(siteContent(), root);
    apply(bundle, trustedNow, store);
    const longAgo = { ...trustedNow, lowerMs: 0, atMs: 0, upperMs: 0 };
    expect(apply(bundle.slice(), longAgo, store)).toMatchObject({
      ok: true,
      value: { kind: 'unchanged', version: 5 },
    });
    expect(store.replaced).toHaveLength(1);
  });

  it('takes a newer bundle over the one held', () => {
    const store = holding(siteContent());
    const next = siteContent({ version: 6, signedAtMs: nowMs });
    expect(apply(signBundle(next, root), trustedNow, store).ok).toBe(true);
    expect(store.current()?.trust.version).toBe(6);
  });

  it('keeps what is held when the store cannot write', () => {
    const store = holding(siteContent());
    const full: TrustStore = {
      ...store,
      replace: () => {
        throw new Error('disk full');
      },
    };
    const next = signBundle(siteContent({ version: 6 }), root);
    expect(() => apply(next, trustedNow, full)).toThrow('disk full');
    expect(full.current()?.trust.version).toBe(5);
  });
});

describe('apply, what may follow what is held', () => {
  const held = siteContent();

  it('refuses an older version', () => {
    expect(refuseNext({ version: 4 })).toEqual({
      code: 'bundle-rollback',
      where: 'version',
    });
  });

  it('refuses another content under the same version', () => {
    expect(refuseNext({ version: 5, signedAtMs: nowMs })).toEqual({
      code: 'bundle-conflict',
    });
  });

  it('refuses a newer version that was signed earlier', () => {
    const signedAtMs = held.signedAtMs - 1;
    const statusLists = held.statusLists.map((list) => ({
      ...list,
      asOfMs: signedAtMs,
    }));
    expect(refuseNext({ version: 6, signedAtMs, statusLists })).toEqual({
      code: 'bundle-rollback',
      where: 'signedAtMs',
    });
  });

  it('refuses an older policy inside a newer bundle', () => {
    const policy = { ...held.policy, version: 2 };
    expect(refuseNext({ version: 6, policy })).toEqual({
      code: 'bundle-rollback',
      where: 'policy.version',
    });
  });

  it('refuses an older status list inside a newer bundle', () => {
    expect(
      refuseNext({
        version: 6,
        statusLists: held.statusLists.map((list) => ({
          ...list,
          asOfMs: list.asOfMs - 1,
        })),
      }),
    ).toEqual({ code: 'bundle-rollback', where: 'statusLists.0.asOfMs' });
  });

  it.each<[string, readonly number[]]>([
    ['normal', [0b11_00_01_00, 0]],
    ['hold', [0b11_01_01_00, 0]],
    ['changed', [0b11_11_01_00, 0]],
    ['nothing, for the list has become shorter', []],
  ])('refuses to let a revoked index become %s', (_, bits) => {
    expect(refuseNext({ version: 6, ...withBits(bits) })).toEqual({
      code: 'bundle-unrevokes',
      where: 'statusLists.0',
    });
  });

  it('refuses to forget a list that holds a revocation', () => {
    expect(refuseNext({ version: 6, statusLists: [] })).toEqual({
      code: 'bundle-unrevokes',
      where: 'statusLists',
    });
  });

  it('compares a list with itself, not with another of its issuer or its number', () => {
    const issuers = siteContent().issuers.flatMap((issuer) => [
      issuer,
      { ...issuer, id: '37' },
    ]);
    const list = { asOfMs: 0, issuer: '51', list: 1, bits: Uint8Array.of(0) };
    const revoking = { ...list, list: 2, bits: Uint8Array.of(2) };
    const others = { ...list, issuer: '37', list: 2 };
    const statusLists = [list, others, revoking];
    const store = holding(siteContent({ issuers, statusLists }));
    const next = siteContent({ version: 6, issuers, statusLists });
    expect(apply(signBundle(next, root), trustedNow, store).ok).toBe(true);
  });

  it('lets holds and changes be lifted, and more be revoked', () => {
    const store = holding(held);
    const next = { version: 6, ...withBits([0b00_10_00_10, 0b10_10_10_10]) };
    const bundle = signBundle(siteContent(next), root);
    expect(apply(bundle, trustedNow, store).ok).toBe(true);
    expect(store.current()?.trust.status('51', 1, 0)).toBe('revoked');
  });

  it('lets a list go in which nothing was revoked', () => {
    const store = holding(siteContent(withBits([0b11_01_01_00])));
    const next = siteContent({ version: 6, statusLists: [] });
    expect(apply(signBundle(next, root), trustedNow, store).ok).toBe(true);
  });

  it('refuses a bundle signed more than five minutes after now can be', () => {
    const latest = trustedNow.upperMs + 300_000;
    const onTime = siteContent({ signedAtMs: latest });
    expect(apply(signBundle(onTime, root), trustedNow, createStore()).ok).toBe(
      true,
    );
    const late = siteContent({ signedAtMs: latest + 1 });
    expect(refusal(createStore(), signBundle(late, root))).toEqual({
      code: 'bundle-from-future',
    });
  });

  function refuseNext(changes: Partial<BundleContent>): unknown {
    const store = holding(held);
    const bundle = signBundle(siteContent(changes), root);
    return refusal(store, bundle);
  }

  function withBits(
    bits: readonly number[],
  ): Pick<BundleContent, 'statusLists'> {
    return {
      statusLists: held.statusLists.map((list) => ({
        ...list,
        bits: Uint8Array.from(bits),
      })),
    };
  }
});

describe('apply, demo and site', () => {
  const demoContent = siteContent({
    profile: 'demo',
    root: 'DEMO-ROOT',
    issuers: [{ id: 'DEMO-51', nameZh: '演', nameEn: 'Demo', colours: {} }],
    keys: [],
    statusLists: [],
  });

  it('takes a demo bundle in the demo', () => {
    const bundle = signBundle(demoContent, demoRoot);
    expect(apply(bundle, trustedNow, createDemoStore()).ok).toBe(true);
  });

  it('refuses a demo bundle at a site by name, not as merely signed by another', () => {
    const bundle = signBundle(demoContent, demoRoot);
    expect(refusal(createStore(), bundle)).toEqual({ code: 'bundle-demo' });
  });

  it('refuses a site bundle in the demo by name', () => {
    const bundle = signBundle(siteContent(), root);
    expect(refusal(createDemoStore(), bundle)).toEqual({ code: 'bundle-demo' });
  });

  it('refuses at a site what a demo root signs, even pinned and calling itself a site', () => {
    const store = createStore({ root: pin(demoRoot) });
    const bundle = signBundle(siteContent({ root: 'DEMO-ROOT' }), demoRoot);
    expect(refusal(store, bundle)).toEqual({
      code: 'bundle-demo',
      where: 'pinned root',
    });
  });

  it('refuses demo content under the root of a site', () => {
    const bundle = signBundle({ ...demoContent, root: 'ROOT-1' }, root);
    expect(refusal(createStore(), bundle)).toEqual({
      code: 'bundle-demo',
      where: 'profile',
    });
  });

  it('refuses a demo issuer in a site bundle, and a real one in the demo', () => {
    const [issuer] = siteContent().issuers;
    if (issuer === undefined) throw new Error('the sample has one issuer');
    const mixed = { issuers: [issuer, { ...issuer, id: 'DEMO-52' }] };
    expect(
      refusal(createStore(), signBundle(siteContent(mixed), root)),
    ).toEqual({ code: 'bundle-demo', where: 'issuers.1.id' });
    const real = { ...demoContent, issuers: [issuer] };
    expect(refusal(createDemoStore(), signBundle(real, demoRoot))).toEqual({
      code: 'bundle-demo',
      where: 'issuers.0.id',
    });
  });

  function createDemoStore(): RecordingStore {
    return createStore({ root: pin(demoRoot), profile: 'demo' });
  }
});

interface RecordingStore extends TrustStore {
  readonly replaced: readonly HeldBundle[];
}

function createStore(changes: Partial<TrustStore> = {}): RecordingStore {
  const replaced: HeldBundle[] = [];
  return {
    root: pin(root),
    profile: 'site',
    signatures: quick,
    sha256,
    replaced,
    current: () => replaced.at(-1),
    replace: (next) => {
      replaced.push(next);
    },
    ...changes,
  };
}

function holding(content: BundleContent): RecordingStore {
  const store = createStore();
  const read = readBundle(signBundle(content, root), store);
  if (!read.ok) throw new Error(`the sample is refused: ${read.error.code}`);
  store.replace(read.value);
  return store;
}

/** The refusal, after making sure that nothing was written. */
function refusal(
  store: RecordingStore,
  bundle: Uint8Array,
): BundleRefusal | 'applied' {
  const before = store.replaced.length;
  const result = apply(bundle, trustedNow, store);
  expect(store.replaced).toHaveLength(before);
  return result.ok ? 'applied' : result.error;
}

function pin({ owner, publicKey }: TestKey): TrustStore['root'] {
  return { name: owner, publicKey };
}
