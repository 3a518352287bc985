import {
  commandRoles,
  commandSchema,
  type Command,
  type CommandAnswer,
  type ContractError,
  type Role,
} from '#kiosk/contract';

const remembered = 1000;

/**
 * The one way commands come in: checked against the schema and the caller's role, and answered once
 * per command id, however often it arrives. Every role may do what a guard may.
 */
export function createAnswers(
  perform: (command: Command) => CommandAnswer,
  defect: (error: unknown) => void,
): (command: unknown, role: Role) => CommandAnswer {
  const answers = new Map<string, CommandAnswer>();
  return (untrusted, role) => {
    const read = commandSchema.safeParse(untrusted);
    if (!read.success) return refusal('contract.bad-request');
    const command = read.data;
    const needed = commandRoles[command.kind];
    if (needed !== 'guard' && needed !== role) return refusal('contract.role');
    const known = answers.get(command.commandId);
    if (known !== undefined) return known;
    const answer = attempt(() => perform(command), defect);
    answers.set(command.commandId, answer);
    forgetOldest(answers);
    return answer;
  };
}

/** The edge at which our own bugs end: told to the engineers, and to the client as what they are. */
function attempt(
  perform: () => CommandAnswer,
  defect: (error: unknown) => void,
): CommandAnswer {
  try {
    return perform();
  } catch (error) {
    defect(error);
    return refusal('contract.internal');
  }
}

export function refusal(error: ContractError): CommandAnswer {
  return { ok: false, error };
}

function forgetOldest(answers: Map<string, CommandAnswer>): void {
  if (answers.size <= remembered) return;
  const [oldest] = answers.keys();
  if (oldest !== undefined) answers.delete(oldest);
}
