import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText, signedBytes } from '#core/pass';
import { naclEngine, nodeEngine } from '#kiosk/crypto';
import { startSite } from '#kiosk/site';
import { makeSite, noWarning, type Site } from '../site/make-site.ts';
import { timed, type Row, type Times } from './measure.ts';
import { greenPasses } from './passes.ts';

/** From text to a verdict whose entry is durable, against what nothing can do without. */
export async function benchScan(): Promise<readonly Row[]> {
  const site = await makeSite();
  const texts = greenPasses(site.issuer, 600);
  const scan = await timeScans(site, texts);
  const parts = [
    timeEngine(site, texts, nodeEngine),
    timeEngine(site, texts, naclEngine),
    timeSync(site),
  ];
  site.remove();
  const sum = (percentile: keyof Times): number =>
    parts.reduce((total, times) => total + times[percentile], 0);
  const what = 'crypto.verify + tweetnacl + one fdatasync';
  return [
    {
      what: 'text to durable verdict, p50',
      value: scan.p50,
      unit: 'ms',
      limit: { what, value: sum('p50'), aim: 1.3 },
    },
    {
      what: 'text to durable verdict, p99',
      value: scan.p99,
      unit: 'ms',
      limit: { what: `${what}, p99s`, value: sum('p99'), aim: 2 },
    },
  ];
}

export async function timeScans(
  site: Pick<Site, 'folder'>,
  texts: readonly string[],
): Promise<Times> {
  const lane = startSite(site.folder, noWarning);
  if (!lane.ok) throw new Error(lane.error.message);
  const client = lane.value.service.connect('guard');
  const answers: ReturnType<typeof client.command>[] = [];
  const times = timed(texts, (text) => {
    const commandId = randomUUID();
    // Done when this returns; only its answer comes later.
    answers.push(
      client.command({ kind: 'capture', commandId, text, source: 'panel' }),
    );
  });
  for (const answer of await Promise.all(answers))
    if (!answer.ok) throw new Error(answer.error);
  const { gate } = client.snapshot();
  if (gate.kind !== 'admit')
    throw new Error(`the last scan ended as ${gate.kind}`);
  await lane.value.stop();
  return times;
}

function timeEngine(
  site: Site,
  texts: readonly string[],
  engine: typeof nodeEngine,
): Times {
  const signed = texts.map((text) => {
    const presented = decodeText(text);
    if (!presented.ok) throw new Error(presented.error.reason);
    const { frame } = presented.value;
    return {
      message: signedBytes(frame, 'HP1/pass'),
      signature: frame.signature,
    };
  });
  return timed(signed, ({ message, signature }) => {
    if (!engine.verify(message, signature, site.issuer.publicKey))
      throw new Error('not sound');
  });
}

/** One page of the size the log writes, made durable on the same disk. */
function timeSync(site: Site): Times {
  const file = openSync(join(site.folder, 'sync-probe'), 'w');
  const page = randomBytes(4096);
  const times = timed(Array.from({ length: 600 }), () => {
    writeSync(file, page);
    fdatasyncSync(file);
  });
  closeSync(file);
  return times;
}
