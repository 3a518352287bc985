import { useRef, useState, type JSX } from 'react';
import type { BundleInspection } from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import { Both } from '../language/language.tsx';
import type { Draft, FaultCode } from './draft.ts';
import { FileField } from './file-field.tsx';
import { Inspection } from './inspection.tsx';
import { isRootText } from './is-root-text.ts';
import { publicPartOf } from './public-part.ts';
import { readBase64, readText } from './read-chosen.ts';
import type { StepParts } from './step.ts';
import { Fault } from './fault.tsx';
import { Tick } from './tick.tsx';

const largestRootBytes = 65_536;
const largestBundleBytes = 16 * 1024 * 1024;

/** The two files, what they turn out to be, and the comparison only a person can make. */
export function BundleStep({
  draft,
  change,
  faults,
  kiosk,
}: StepParts): JSX.Element {
  const [own, setOwn] = useState<Readonly<Record<string, FaultCode>>>({});
  const { inspection } = draft;
  const latest = useRef(0);

  /** Both are looked at together: a bundle is nothing without the root that signed it. */
  const take = async (part: Pick<Draft, 'root' | 'bundle'>): Promise<void> => {
    const { root, bundle } = { ...draft, ...part };
    latest.current += 1;
    const asked = latest.current;
    setOwn({});
    change({ ...part, isCompared: false, inspection: undefined });
    if (root === undefined || bundle === undefined) return;
    const reply = await kiosk.ask({
      kind: 'inspect-bundle',
      rootFile: root.content,
      bundle: bundle.content,
    });
    // Another file was chosen meanwhile: what is known of these says nothing any more.
    if (asked !== latest.current) return;
    if (reply.ok) change({ inspection: reply.value });
    else setOwn({ bundle: 'not-answered' });
  };

  const takeRoot = async (file: File): Promise<void> => {
    const text = await readText(file, largestRootBytes);
    const part = text === undefined ? undefined : publicPartOf(text);
    // A key taken for a root stays, so that it can be said what was found in it.
    if (part?.hadPrivateHalf === true || isRootText(part?.content ?? '')) {
      await take({ root: part && { name: file.name, ...part } });
    } else {
      await take({ root: undefined });
      setOwn({ root: 'not-a-root' });
    }
  };

  const takeBundle = async (file: File): Promise<void> => {
    const content = await readBase64(file, largestBundleBytes);
    if (content === undefined) {
      await take({ bundle: undefined });
      setOwn({ bundle: 'too-large' });
    } else await take({ bundle: { name: file.name, content } });
  };

  const found = inspection && (inspection.kind === 'good' ? 'good' : 'bad');
  const isRootAtFault =
    inspection !== undefined &&
    inspection.kind !== 'good' &&
    inspection.kind !== 'refused';
  const fault = (field: string): FaultCode | undefined =>
    own[field] ?? (inspection === undefined ? faults[field] : undefined);
  return (
    <>
      <div className="setup-pair">
        <FileField
          says={(w) => w.setup.screen['root-file']}
          chosen={draft.root?.name}
          found={found}
          fault={fault('root')}
          onFile={(file) => {
            void takeRoot(file);
          }}
        />
        <FileField
          says={(w) => w.setup.screen['bundle-file']}
          chosen={draft.bundle?.name}
          found={isRootAtFault ? undefined : found}
          fault={fault('bundle')}
          onFile={(file) => {
            void takeBundle(file);
          }}
        />
      </div>
      {draft.root?.hadPrivateHalf === true && (
        <p className="setup-warning" role="alert">
          <Icon name="warning" />
          <Both of={(w) => w.setup.screen['private-half']} />
        </p>
      )}
      {inspection !== undefined && (
        <Found inspection={inspection} timeZone={draft.timeZone} />
      )}
      {inspection?.kind === 'good' && (
        <Tick
          says={(w) => w.setup.screen.compared}
          isTicked={draft.isCompared}
          onChange={(isCompared) => {
            change({ isCompared });
          }}
        />
      )}
      <Fault code={faults['isCompared']} />
    </>
  );
}

function Found({
  inspection,
  timeZone,
}: {
  readonly inspection: BundleInspection;
  readonly timeZone: string;
}): JSX.Element {
  if (inspection.kind === 'good')
    return <Inspection found={inspection} timeZone={timeZone} />;
  const code =
    inspection.kind === 'refused' ? inspection.refusal : inspection.kind;
  return (
    <p className="setup-fault" role="alert">
      <Icon name="warning" />
      <Both of={(w) => w.setup.refusals[code]} />
    </p>
  );
}
