import Database from 'better-sqlite3';
import { mkdirSync, renameSync, rmdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { verifyChain, type EntryDraft } from '#core/log';
import { openStore, StoreError } from '#db';
import { later, scanDraft, sha256 } from '../core/log/example-records.ts';

/**
 * Runs where the system lets no file grow beyond a limit that the write-ahead log reaches long before
 * the database does: a write then fails as on a failing disk, and a reopened store has room again.
 * Writes one line of JSON for each step.
 */
const [folder = '', scenario = ''] = process.argv.slice(2);
const opened = openStore(folder);
if (!opened.ok) throw new Error(opened.error.code);
const store = opened.value;
const { entries } = store;
const file = join(folder, 'postern.db');
let number = 0;

switch (scenario) {
  case 'heal': {
    for (let round = 1; round <= 3; round += 1) {
      const { failed, acknowledged } = appendUntilItFails();
      say({ step: 'failed', acknowledged, ...failed });
      say({ step: 'again', ...entries.append(large(number)) });
      const head = entries.head().seq;
      say({ step: 'head', head, ...verifyChain(entries.walk(0), sha256) });
    }
    break;
  }
  case 'gone': {
    appendUntilItFails();
    renameSync(file, `${file}.aside`);
    mkdirSync(file);
    say({ step: 'append', ...entries.append(large(number)) });
    say({ step: 'probe', ...entries.probe() });
    say({ step: 'read', failure: failureOf(() => entries.head()) });
    rmdirSync(file);
    renameSync(`${file}.aside`, file);
    say({ step: 'back', ...entries.append(large(number)) });
    say({ step: 'head', ...verifyChain(entries.walk(0), sha256) });
    break;
  }
  case 'tampered': {
    appendUntilItFails();
    const database = new Database(file);
    database.exec(`
      DROP TRIGGER entry_is_never_changed;
      UPDATE entry SET chain = zeroblob(32) WHERE seq = (SELECT MAX(seq) - 3 FROM entry)`);
    database.close();
    say({ step: 'append', ...entries.append(large(number)) });
    break;
  }
  default:
    throw new Error(`no scenario ${scenario}`);
}
store.close();

function appendUntilItFails(): { failed: object; acknowledged: number } {
  let acknowledged = entries.head().seq;
  for (;;) {
    number += 1;
    const appended = entries.append(large(number));
    if (!appended.ok) return { failed: appended, acknowledged };
    acknowledged = appended.value.seq;
  }
}

function large(of: number): EntryDraft {
  return { ...scanDraft(of, later(of)), sealed: new Uint8Array(300) };
}

function failureOf(work: () => unknown): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof StoreError) return error.failure;
    throw error;
  }
}

function say(step: object): void {
  writeSync(1, `${JSON.stringify(step)}\n`);
}
