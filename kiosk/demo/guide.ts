import { join } from 'node:path';
import type { Policy } from '#core/trust';

/** What a newcomer may type next, in another terminal, word by word. */
export function guide(
  dataFolder: string,
  issuerFolder: string,
  presentation: Policy['presentation'],
): string {
  const key = join(issuerFolder, 'DEMO-51.key.json');
  return `
A pass of your own 做一张自己的码 (in another terminal, in this folder):

  npm run issuer -- holder --demo ${quoted(dataFolder)} --name 张小明

prints the address of a phone 手机 with a live code; copy its text into the kiosk's panel 演示.
This demo's policy 规则 ${
    presentation === 'live'
      ? 'asks for a live code 须出示动态码: a still one is held to check the ID.'
      : 'takes still codes too; npm start -- --policy live asks for a live one 须出示动态码.'
  }
The keys of its issuers 签发方密钥 are there until it stops, for passes of any kind:

  npm run issuer -- pass --key ${quoted(key)} \\
    --form static --name 张小明 --colour green --status 1/100
`;
}

/** As a shell takes it for one word. */
function quoted(path: string): string {
  return /^[\w./:\\-]+$/.test(path) ? path : `'${path}'`;
}
