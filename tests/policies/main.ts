import { parseArgs } from 'node:util';
import { chengduCode, nationalPlatform } from '#fixtures/issuer';
import { readIssuerKey } from '../../fixtures/issuer/cli/key-file.ts';
import { dayMs, greenClaims, openCheckpoints } from './five-checkpoints.ts';
import { tableOf } from './table.ts';

/**
 * One pass at five checkpoints, under what five published systems demand. Without `--pass` it shows
 * a few passes made now; with it, that pass, by the issuer key (its public copy will do) in `--key`.
 * `--celsius` is what the thermometer says.
 */
const {
  values: { pass, key: keyFile, celsius },
} = parseArgs({
  options: {
    pass: { type: 'string' },
    key: { type: 'string' },
    celsius: { type: 'string' },
  },
});
const estimates = celsius === undefined ? [] : [centiOf(celsius)];
const nowMs = Date.now();

if (pass === undefined) showExamples();
else showOwn(pass);

function showExamples(): void {
  const five = openCheckpoints(nowMs);
  const show = (title: string, text: string, atMs = nowMs): void => {
    print(title, five.judge(text, atMs, estimates));
  };
  const guangdong = five.issue('44', greenClaims());
  const chengdu = five.issue(chengduCode, greenClaims());
  show('广东绿码 / Guangdong, green', guangdong);
  show('甘肃绿码 / Gansu, green', five.issue('62', greenClaims()));
  show(
    '国家平台 无异常 / National platform, green',
    five.issue(nationalPlatform, greenClaims('00')),
  );
  show('成都旧码 / Chengdu, older code', chengdu);
  const later = nowMs + 4 * dayMs;
  show('成都旧码，4 天后 / The same, 4 days later', chengdu, later);
}

function showOwn(text: string): void {
  if (keyFile === undefined) {
    throw new Error('--pass goes with --key: the issuer key, or its copy');
  }
  const key = readIssuerKey(keyFile);
  const prefix = key.owner.replace(/[0-9]+$|NATIONAL$/, '');
  print(
    key.owner,
    openCheckpoints(nowMs, prefix, [key]).judge(text, nowMs, estimates),
  );
}

function print(title: string, verdicts: Parameters<typeof tableOf>[0]): void {
  const tables = [tableOf(verdicts, 'zh'), tableOf(verdicts, 'en')];
  console.log(`\n${title}\n\n${tables.join('\n\n')}`);
}

function centiOf(text: string): number {
  const centi = Math.round(Number(text) * 100);
  if (Number.isNaN(centi)) throw new Error(`--celsius ${text}: give 36.5`);
  return centi;
}
