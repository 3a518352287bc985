import { issuePass, type IssuerSigningKey } from '#fixtures/issuer';

/** So many green passes of one issuer, each another person's. */
export function greenPasses(
  issuer: IssuerSigningKey,
  count: number,
): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const issued = issuePass(
      issuer,
      {
        kind: 'single',
        form: 'static',
        health: {
          person: {
            name: '张小明',
            documentType: 1,
            documentNumber: '3101234',
            birthYear: 1980,
          },
          colour: { code: 'green' },
          status: { list: 0, index: 100 + (index % 900) },
        },
      },
      Date.now() - 60_000,
    );
    if (!issued.ok) throw new Error('no pass');
    return issued.value;
  });
}
