import { decodeCbor, type CborValue } from '#core/cbor';
import { decodeFrame, kidOf, signedBytes, type Frame } from '#core/pass';
import { err, ok, type Result } from '#core/result';
import type { BundleContent, BundleRefusal } from './bundle.ts';
import { findContentFault } from './bundle-rules.ts';
import { bundleContent } from './bundle-shape.ts';
import { isDemoName } from './demo-name.ts';
import { bothAgree } from './ed25519.ts';
import { readTrustList } from './read-trust-list.ts';
import { isMap } from './shape.ts';
import type { HeldBundle, Pin } from './trust-store.ts';

/** The largest bundle that is looked at, in bytes. */
const sizeLimit = 1_048_576;

const schema = 1;

/**
 * Everything a bundle must satisfy whatever the time and whatever is held: signed by the pinned root
 * under both engines, of this profile, well shaped, and true to its own rules. Also the way back from
 * a stored file after a restart.
 */
export function readBundle(
  bundle: Uint8Array,
  pin: Pin,
): Result<HeldBundle, BundleRefusal> {
  if (pin.profile === 'site' && isDemoName(pin.root.name)) {
    return err({ code: 'bundle-demo', where: 'pinned root' });
  }
  if (bundle.length > sizeLimit) {
    return err({ code: 'bundle-malformed', where: 'size' });
  }
  const frame = decodeFrame(bundle);
  if (!frame.ok) {
    return err({ code: 'bundle-malformed', where: frame.error.detail });
  }
  const fault = findSignerFault(frame.value, pin);
  if (fault !== undefined) return err(fault);

  const content = readContent(frame.value.payload, pin);
  if (!content.ok) return content;
  const trust = readTrustList(content.value);
  const { policy } = content.value;
  return ok({ bundle, content: content.value, trust, policy });
}

function findSignerFault(frame: Frame, pin: Pin): BundleRefusal | undefined {
  const { name, publicKey } = pin.root;
  if (!isSame(frame.kid, kidOf(name, publicKey, pin.sha256))) {
    return {
      code: namesOtherProfile(frame, pin) ? 'bundle-demo' : 'bundle-root',
    };
  }
  const message = signedBytes(frame, 'HP1/bundle');
  const { signature } = frame;
  const finding = bothAgree(message, signature, publicKey, pin.signatures);
  if (finding === 'sound') return undefined;
  return { code: 'bundle-signature', where: finding };
}

function readContent(
  payload: Uint8Array,
  pin: Pin,
): Result<BundleContent, BundleRefusal> {
  const decoded = decodeCbor(payload);
  if (!decoded.ok) {
    return err({ code: 'bundle-malformed', where: decoded.error.detail });
  }
  const major = field(decoded.value, 'schema');
  if (typeof major !== 'number' || major < schema) {
    return err({ code: 'bundle-malformed', where: 'schema' });
  }
  if (major > schema) return err({ code: 'bundle-update-kiosk' });

  const content = bundleContent(decoded.value, '');
  if (!content.ok) {
    return err({ code: 'bundle-malformed', where: content.error });
  }
  const fault =
    findProfileFault(content.value, pin) ??
    findContentFault(content.value, pin);
  return fault === undefined ? content : err(fault);
}

/** A demo names itself in its profile, its root and its issuers, and a site in none of them. */
function findProfileFault(
  { profile, root, issuers }: BundleContent,
  pin: Pin,
): BundleRefusal | undefined {
  if (profile !== pin.profile) return { code: 'bundle-demo', where: 'profile' };
  if (root !== pin.root.name) return { code: 'bundle-root' };
  const isDemo = profile === 'demo';
  const at = issuers.findIndex(({ id }) => isDemoName(id) !== isDemo);
  if (at === -1) return undefined;
  return { code: 'bundle-demo', where: `issuers.${at}.id` };
}

/** Read from an unsigned payload, and only to say which of two refusals it is. */
function namesOtherProfile(frame: Frame, pin: Pin): boolean {
  const decoded = decodeCbor(frame.payload);
  if (!decoded.ok) return false;
  const profile = field(decoded.value, 'profile');
  if (profile !== 'demo' && profile !== 'site') return false;
  return profile !== pin.profile;
}

function field(value: CborValue, name: string): CborValue | undefined {
  return isMap(value) ? value.get(name) : undefined;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
