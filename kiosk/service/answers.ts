import {
  commandRoles,
  commandSchema,
  type Command,
  type CommandAnswer,
  type ContractError,
  type Granted,
  type Role,
} from '#kiosk/contract';

const remembered = 1000;

/** Whoever sent a command, as far as its answer depends on them. */
export interface Caller {
  role(): Granted;
}

/**
 * The one way commands come in: checked against the schema and the caller's role, and answered once
 * per command id, however often it arrives. Every role may do what a guard may.
 */
export function createAnswers<From extends Caller>(
  perform: (command: Command, from: From) => Promise<CommandAnswer>,
  defect: (error: unknown) => void,
): (command: unknown, from: From) => Promise<CommandAnswer> {
  const answers = new Map<string, Promise<CommandAnswer>>();
  return async (untrusted, from) => {
    const read = commandSchema.safeParse(untrusted);
    if (!read.success) return refusal('contract.bad-request');
    const command = read.data;
    if (!maySend(from.role(), commandRoles[command.kind]))
      return refusal('contract.role');
    const known = answers.get(command.commandId);
    if (known !== undefined) return known;
    const answer = attempt(() => perform(command, from), defect);
    answers.set(command.commandId, answer);
    forgetOldest(answers);
    return answer;
  };
}

/**
 * What a guard may, everyone but an onlooker may, and a supervisor may do what an auditor or a
 * maintainer may; otherwise the roles are beside each other, not above.
 */
export function maySend(role: Granted, needed: Role): boolean {
  if (role === 'onlooker') return false;
  if (needed === 'guard' || needed === role) return true;
  return needed !== 'supervisor' && role === 'supervisor';
}

/** The edge at which our own bugs end: told to the engineers, and to the client as what they are. */
async function attempt(
  perform: () => Promise<CommandAnswer>,
  defect: (error: unknown) => void,
): Promise<CommandAnswer> {
  try {
    return await perform();
  } catch (error) {
    defect(error);
    return refusal('contract.internal');
  }
}

export function refusal(error: ContractError): {
  readonly ok: false;
  readonly error: ContractError;
} {
  return { ok: false, error };
}

function forgetOldest(answers: Map<string, unknown>): void {
  if (answers.size <= remembered) return;
  const [oldest] = answers.keys();
  if (oldest !== undefined) answers.delete(oldest);
}
