import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#core/result';
import type { Policy } from '#core/trust';
import { openStore } from '#db';
import { createDemoWorld } from '#fixtures/demo';
import { systemClock } from '#kiosk/clock';
import { sha256, signatures } from '#kiosk/crypto';
import { startLane, type Lane, type StartFailure } from '#kiosk/lane';
import { findStrangeTrust, tombstonesIn } from '#kiosk/trust';
import { metadata } from '#kiosk/tuf';
import { createFileVault, createSiteKey } from '#kiosk/vault';
import { createScanner, createThermometer, memoryTransport } from '#native';
import { startCrowd } from './crowd.ts';
import { addDemoStaff, demoPin } from './demo-staff.ts';
import { guide } from './guide.ts';
import { writeIssuerFolder } from './issuer-folder.ts';

/** What whoever starts a demo may choose. */
export interface DemoChoices {
  /** Whether its policy takes any genuine pass (the default) or only one presented live. */
  readonly presentation?: Policy['presentation'];
  /** Hears what a newcomer may do next, once the demo runs. */
  print?(text: string): void;
}

/**
 * The whole real service on an invented world: keys, bundle and passes are made now, and simulated
 * devices push bytes through memory ports under the real framers and adapters. People arrive by
 * themselves until someone at the screen takes over. The issuers' keys lie in the data folder for as
 * long as it runs; the root's private half is nowhere.
 */
export async function startDemo(
  folder: string,
  warn: (message: string) => void,
  { presentation = 'any', print }: DemoChoices = {},
): Promise<Result<Lane, StartFailure>> {
  const clock = systemClock();
  const monoMs = (): number => clock.read().monoMs;
  const nowMs = (): number => clock.read().wallMs;
  const world = createDemoWorld(nowMs(), presentation);
  const opened = openStore(folder);
  if (!opened.ok) return err(opened.error);
  const pin = {
    profile: 'demo',
    rootFile: world.rootFile,
    metadata,
    signatures,
    sha256,
  } as const;
  // An earlier demo had a root of its own; a site's folder is not for playing in.
  if (
    findStrangeTrust(opened.value, pin, tombstonesIn(folder)) === 'bundle-demo'
  ) {
    opened.value.close();
    const message = `${folder} belongs to a site; give the demo a folder of its own`;
    return err({ code: 'config.site-folder', message });
  }
  // Nobody keeps the passphrase of a demo: what was sealed yesterday stays sealed for good.
  rmSync(join(folder, 'keys'), { recursive: true, force: true });
  const [siteKey] = await Promise.all([
    createSiteKey('demo'),
    addDemoStaff(opened.value),
  ]);
  const issuerFolder = writeIssuerFolder(folder, world.keys);

  const scannerPort = memoryTransport();
  const thermometerPort = memoryTransport();
  const crowd = startCrowd(world.people, {
    scan: scannerPort.push,
    measure: thermometerPort.push,
    nowMs,
  });
  const lane = startLane({
    profile: 'demo',
    folder,
    warn,
    checkpoint: world.checkpoint,
    rootFile: world.rootFile,
    bundle: world.bundle,
    store: opened.value,
    clock,
    vault: createFileVault(join(folder, 'keys')),
    siteKey: siteKey.publicKey,
    scanners: [
      createScanner({
        id: 'demo-scanner',
        open: scannerPort.transport,
        profile: { terminator: 'cr', baudRate: 115_200 },
        monoMs,
      }),
    ],
    thermometers: [
      createThermometer({
        id: 'demo-thermometer',
        open: thermometerPort.transport,
        monoMs,
      }),
    ],
    thermometer: {
      mode: 'body',
      offsetCenti: 0,
      stableSamples: 5,
      spreadCenti: 30,
    },
    demo: {
      people: world.people.map(labelled),
      supervisorPin: demoPin,
      arrive: crowd.arrive,
    },
  });
  crowd.attend(lane.service);
  print?.(guide(folder, issuerFolder.path, presentation));
  return ok({
    service: lane.service,
    stop: async () => {
      crowd.stop();
      issuerFolder.remove();
      await lane.stop();
    },
  });
}

function labelled({
  id,
  labelZh,
  labelEn,
}: {
  readonly id: string;
  readonly labelZh: string;
  readonly labelEn: string;
}): { id: string; labelZh: string; labelEn: string } {
  return { id, labelZh, labelEn };
}
