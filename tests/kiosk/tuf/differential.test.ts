import {
  Metadata as Library,
  MetadataKind,
  type Root,
  type Snapshot,
  type Targets,
  type Timestamp,
} from '@tufjs/models';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  publish,
  rotate,
  signDocument,
  type Tampering,
} from '#fixtures/issuer';
import { metadata } from '#kiosk/tuf';
import { roleKeys, siteRepository } from '../../core/trust/tuf/repositories.ts';

// The other reader of TUF's own makers: what either believes of a document, the other does too.

describe('the documents we publish, read by the reference library', () => {
  it.each(['timestamp', 'snapshot', 'targets'] as const)(
    'are signed for the root as %s',
    (role) => {
      const files = publish(siteRepository());
      const root = rootIn(files, '1.root.json');
      expect(() => {
        root.verifyDelegate(role, documentIn(files, role));
      }).not.toThrow();
    },
  );

  it('are signed for the targets as each delegated role', () => {
    const files = publish(siteRepository());
    const targets = documentIn(files, 'targets');
    const roles = [
      'policy',
      'issuer.51',
      'status.51',
      'issuer.37',
      'status.37',
    ];
    for (const role of roles) {
      expect(() => {
        targets.verifyDelegate(role, delegatedIn(files, role));
      }).not.toThrow();
    }
  });

  it('hand a root over by the thresholds of both', () => {
    const next = { root: roleKeys('next root', 3, 2) };
    const files = publish(rotate(siteRepository(), next));
    const second = rootIn(files, '2.root.json');
    expect(() => {
      rootIn(files, '1.root.json').verifyDelegate('root', second);
      second.verifyDelegate('root', second);
    }).not.toThrow();
  });

  it('fail there as here when one signature too few is left', () => {
    const files = publish(siteRepository(), {
      files: { 'targets.json': withoutOneSignature },
    });
    expect(() => {
      rootIn(files, '1.root.json').verifyDelegate(
        'targets',
        documentIn(files, 'targets'),
      );
    }).toThrow('targets was signed by 1/2 keys');
  });
});

describe('canonical form', () => {
  it('is the same for any text in a document', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const files = publish(siteRepository(), withNote(text));
        const library = documentIn(files, 'timestamp');
        const root = rootIn(files, '1.root.json');
        expect(() => {
          root.verifyDelegate('timestamp', library);
        }).not.toThrow();
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('is read back by us from what the library writes', () => {
    const files = publish(siteRepository());
    const library = documentIn(files, 'timestamp');
    const written = Buffer.from(JSON.stringify(library.toJSON(), undefined, 2));
    const ours = metadata.read(written);
    const original = metadata.read(fileIn(files, 'timestamp.json'));
    expect(ours).toEqual(original);
  });
});

function withNote(text: string): Tampering {
  return {
    unsigned: {
      'timestamp.json': (signed) => ({ ...signed, 'x-note': text, [text]: 1 }),
    },
  };
}

function withoutOneSignature(file: Uint8Array): Uint8Array {
  return signDocument(
    jsonIn(file)['signed'] ?? null,
    roleKeys('targets', 1).keys,
  );
}

type Files = ReadonlyMap<string, Uint8Array>;

function rootIn(files: Files, name: string): Library<Root> {
  return Library.fromJSON(MetadataKind.Root, jsonIn(fileIn(files, name)));
}

function documentIn(
  files: Files,
  role: 'timestamp' | 'snapshot' | 'targets',
): Library<Timestamp> | Library<Snapshot> | Library<Targets> {
  const json = jsonIn(fileIn(files, `${role}.json`));
  switch (role) {
    case 'timestamp':
      return Library.fromJSON(MetadataKind.Timestamp, json);
    case 'snapshot':
      return Library.fromJSON(MetadataKind.Snapshot, json);
    case 'targets':
      return Library.fromJSON(MetadataKind.Targets, json);
  }
}

function delegatedIn(files: Files, role: string): Library<Targets> {
  const json = jsonIn(fileIn(files, `${role}.json`));
  return Library.fromJSON(MetadataKind.Targets, json);
}

/** What we published ourselves, so an object it is. */
function jsonIn(file: Uint8Array): Record<string, Mutable> {
  return JSON.parse(Buffer.from(file).toString('utf8')) as Record<
    string,
    Mutable
  >;
}

/** As the library has it: JSON whose lists and members may be changed. */
type Mutable =
  string | number | boolean | null | Mutable[] | { [name: string]: Mutable };

function fileIn(files: Files, name: string): Uint8Array {
  const file = files.get(name);
  if (file === undefined) throw new Error(`no ${name}`);
  return file;
}
