import Database from 'better-sqlite3';
import { migrations } from './migrations/index.ts';

/** The schema every migration together makes, as SQL: what schema.sql is generated from. */
export function describeSchema(): string {
  const database = new Database(':memory:');
  try {
    for (const step of migrations) database.exec(step);
    const objects = database
      .prepare<[], { sql: string }>(
        `
        SELECT sql
        FROM sqlite_schema
        WHERE sql IS NOT NULL
        ORDER BY tbl_name, type = 'table' DESC, type, name`,
      )
      .all();
    return [header, ...objects.map(({ sql }) => `${sql};\n`)].join('\n');
  } finally {
    database.close();
  }
}

const header = `-- Generated from db/migrations by \`node db/write-schema.ts\`; a test compares the two.
`;
