import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createAnswers } from '../../kiosk/service/answers.ts';

test('a bug of ours is told to the engineers, and to the client as one', async () => {
  const bug = new Error('a bug');
  const told: unknown[] = [];
  const answer = createAnswers(
    () => {
      throw bug;
    },
    (error) => told.push(error),
  );
  const retry = { kind: 'retry-recording', commandId: randomUUID() };
  expect(await answer(retry, { role: () => 'guard' })).toEqual({
    ok: false,
    error: 'contract.internal',
  });
  expect(told).toEqual([bug]);
});
