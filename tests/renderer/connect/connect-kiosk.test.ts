import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Snapshot } from '#kiosk/contract';
import { connectKiosk } from '../../../renderer/connect/connect-kiosk.ts';
import { admit, hold, snapshotWith } from '../snapshots.ts';
import { plantService } from './planted-service.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a page that connects', () => {
  test('shows nothing before it has asked for the whole state', async () => {
    const service = plantService(() => undefined);
    const kiosk = connectKiosk(service.open);
    await service.accept();
    await service.push(snapshotWith({ number: 5, gate: hold(1) }));
    expect(kiosk.link()).toEqual({ kind: 'connecting' });
  });

  test('shows what the service says it is now', async () => {
    const service = plantService(() => snapshotWith({ number: 4 }));
    const kiosk = connectKiosk(service.open);
    await service.accept();
    expect(kiosk.link()).toMatchObject({
      kind: 'live',
      snapshot: { number: 4 },
    });
  });

  test('gives a service that never answers up and dials again', async () => {
    const service = plantService(() => undefined);
    const kiosk = connectKiosk(service.open);
    await service.accept();
    await vi.advanceTimersByTimeAsync(5000);
    expect(kiosk.link().kind).toBe('interrupted');
    await vi.advanceTimersByTimeAsync(5000);
    expect(service.dialled()).toBe(2);
  });

  test('names a service that speaks another version and does not guess', async () => {
    // A later version, which this page's type cannot say.
    const later = { ...snapshotWith(), contract: 2 } as unknown as Snapshot;
    const service = plantService(() => later);
    const kiosk = connectKiosk(service.open);
    await service.accept();
    expect(kiosk.link()).toEqual({ kind: 'other-version' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(service.dialled()).toBe(1);
  });

  test('stops at a door that turns it away', async () => {
    const service = plantService(() => snapshotWith());
    const kiosk = connectKiosk(service.open);
    await service.end('turned-away');
    expect(kiosk.link()).toEqual({ kind: 'turned-away' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(service.dialled()).toBe(1);
  });
});

describe('a connected page', () => {
  test('follows what is newer and drops what is not', async () => {
    const service = plantService(() => snapshotWith({ number: 4 }));
    const kiosk = connectKiosk(service.open);
    await service.accept();
    await service.push(snapshotWith({ number: 6, gate: hold(1) }));
    await service.push(snapshotWith({ number: 5, gate: { kind: 'idle' } }));
    await service.push(snapshotWith({ number: 6, gate: { kind: 'idle' } }));
    expect(kiosk.link()).toMatchObject({
      snapshot: { number: 6, gate: { kind: 'hold' } },
    });
  });

  test('tells its listeners of every change', async () => {
    const service = plantService(() => snapshotWith({ number: 1 }));
    const kiosk = connectKiosk(service.open);
    const seen: string[] = [];
    const unsubscribe = kiosk.subscribe(() => seen.push(kiosk.link().kind));
    await service.accept();
    await service.end('lost');
    unsubscribe();
    await vi.advanceTimersByTimeAsync(5000);
    await service.accept();
    expect(seen).toEqual(['live', 'interrupted']);
  });

  test('shows no verdict once the service is gone, but still where it stands', async () => {
    const service = plantService(() => snapshotWith({ gate: hold(1) }));
    const kiosk = connectKiosk(service.open);
    await service.accept();
    await service.end('lost');
    expect(kiosk.link()).toEqual({
      kind: 'interrupted',
      checkpoint: snapshotWith().checkpoint,
    });
  });

  test('asks again after a reconnect and takes another service whole', async () => {
    let now = snapshotWith({ number: 900, gate: hold(1) });
    const service = plantService(() => now);
    const kiosk = connectKiosk(service.open);
    await service.accept();
    await service.end('lost');
    now = snapshotWith({ serviceId: 'second-start', number: 1 });
    await vi.advanceTimersByTimeAsync(5000);
    await service.accept();
    expect(kiosk.link()).toMatchObject({
      kind: 'live',
      snapshot: { number: 1, gate: { kind: 'idle' } },
    });
  });

  test('shows the same state again where nothing changed while it was away', async () => {
    const service = plantService(() => snapshotWith({ number: 7 }));
    const kiosk = connectKiosk(service.open);
    await service.accept();
    await service.end('lost');
    await vi.advanceTimersByTimeAsync(5000);
    await service.accept();
    expect(kiosk.link()).toMatchObject({ kind: 'live' });
  });

  test('takes down an outcome whose time has run out long ago', async () => {
    const service = plantService(() => snapshotWith({ gate: admit(1600) }));
    const kiosk = connectKiosk(service.open);
    await service.accept();
    await vi.advanceTimersByTimeAsync(1600 + 2999);
    expect(kiosk.link().kind).toBe('live');
    await vi.advanceTimersByTimeAsync(1);
    expect(kiosk.link().kind).toBe('interrupted');
  });

  test('leaves a hold standing for as long as it takes', async () => {
    const service = plantService(() => snapshotWith({ gate: hold(1) }));
    const kiosk = connectKiosk(service.open);
    await service.accept();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(kiosk.link().kind).toBe('live');
  });
});

describe('a command', () => {
  test('goes out under an id of its own', async () => {
    const service = plantService(() => snapshotWith());
    const kiosk = connectKiosk(service.open);
    await service.accept();
    const answers = await Promise.all([
      kiosk.send({ kind: 'retry-recording' }),
      kiosk.send({ kind: 'retry-recording' }),
    ]);
    expect(answers).toEqual([{ ok: true }, { ok: true }]);
    expect(
      new Set(service.commands.map(({ commandId }) => commandId)).size,
    ).toBe(2);
  });

  test('has no answer while there is no service', async () => {
    const service = plantService(() => snapshotWith());
    const kiosk = connectKiosk(service.open);
    expect(await kiosk.send({ kind: 'retry-recording' })).toEqual({
      ok: false,
      error: 'no-answer',
    });
    expect(service.commands).toEqual([]);
  });

  test('has no answer when the service goes before it gives one', async () => {
    const service = plantService(() => snapshotWith());
    const kiosk = connectKiosk(service.open);
    await service.accept();
    const answer = kiosk.send({ kind: 'retry-recording' });
    await service.end('lost');
    expect((await answer).ok).toBe(false);
  });
});
