import { parseArgs } from 'node:util';
import { describeFinding, verifyExport } from '#kiosk/export';

/**
 * `npm run verify-export -- FILE [--data FOLDER] [--key HEX]`: holds an exported CSV against the signed
 * manifest beside it, and against the log where its folder is given. Ends with 0 where nothing speaks
 * against it, 1 where something does, 2 where it cannot be told.
 */
const usage =
  'npm run verify-export -- FILE [--data FOLDER] [--key HEX]\n' +
  '  FILE          an exported .csv, its .csv.manifest beside it\n' +
  '  --data FOLDER the data folder it came from: checks the log too\n' +
  '  --key HEX     the key of the kiosk, 64 hexadecimal digits, as its export screen shows it';

const { file, folder, key } = readArguments();
const verified = await verifyExport({
  file,
  ...(folder !== undefined && { folder }),
  ...(key !== undefined && { key }),
});
if (!verified.ok) {
  const { error } = verified;
  switch (error.kind) {
    case 'unreadable':
      fail(`${error.file} cannot be read\n  无法读取该文件`);
    case 'store':
      fail(`the log cannot be read: ${error.message}\n  无法读取记录库`);
    case 'manifest':
      if (error.fault === 'not-a-manifest' || error.fault === 'later-format')
        fail(`the manifest: ${error.fault}\n  清单文件无法使用`);
      console.log(
        `the manifest was changed (${error.fault}); nothing it says holds\n  清单文件被改动，内容不可信`,
      );
      process.exit(1);
  }
}
const { manifest, rows, findings, isKeyKnown } = verified.value;
const deviceKey = Buffer.from(manifest.deviceKey).toString('hex');
console.log(
  `${manifest.checkpoint}, lane ${manifest.lane}: ${rows} of ${manifest.rows} entries, made ${new Date(manifest.madeAt.atMs).toISOString()} (clock ${manifest.madeAt.state})`,
);
console.log(`signed by the key ${deviceKey}`);
if (!isKeyKnown)
  console.log(
    'whose key that is nobody said (--key, --data): the file agrees with its manifest, and no more\n' +
      '  未指定密钥：只能说明文件与清单一致，请核对上面的密钥',
  );
for (const finding of findings) console.log(describeFinding(finding));
console.log(
  findings.length === 0
    ? 'nothing speaks against it\n  未发现改动'
    : `${findings.length} findings\n  共 ${findings.length} 处`,
);
process.exit(findings.length === 0 ? 0 : 1);

function readArguments(): {
  readonly file: string;
  readonly folder: string | undefined;
  readonly key: string | undefined;
} {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { data: { type: 'string' }, key: { type: 'string' } },
    });
    const [only, ...more] = positionals;
    const given = values.key?.toLowerCase();
    const isKey = given === undefined || /^[0-9a-f]{64}$/.test(given);
    if (only === undefined || more.length > 0 || !isKey) fail(usage);
    return { file: only, folder: values.data, key: given };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    fail(`${error.message}\n${usage}`);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
