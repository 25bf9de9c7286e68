// usage: node duckdb.mjs FILE... - how many rows does DuckDB read in each Parquet, CSV or NDJSON file?
//        node duckdb.mjs same PARQUET CSV... - does each Parquet file hold the rows of the CSV file behind it, in their order?
import { DuckDBConnection } from '@duckdb/node-api';

const connection = await DuckDBConnection.create();
const source = (file) => {
  const quoted = `'${file.replaceAll("'", "''")}'`;
  return file.endsWith('.parquet')
    ? `read_parquet(${quoted})`
    : file.includes('.ndjson')
      ? `read_json(${quoted}, format='newline_delimited', maximum_object_size=100000000)`
      : `read_csv(${quoted}, header=true, all_varchar=true, strict_mode=true)`;
};
const rows = async (sql) => (await connection.runAndReadAll(sql)).getRows();
const name = (file) => file.split('/').pop();
const number = async (file) => Number((await rows(`select count(*) from ${source(file)}`))[0][0]);

// CSV has no types: its cells are read as the types of the Parquet file. An apostrophe stands before what spreadsheets calculate.
const columns = async (file) => (await rows(`describe select * from ${source(file)}`)).map(([column, type]) => ({ column, type }));
const typed = ({ column, type }) =>
  type === 'VARCHAR'
    ? `regexp_replace("${column}", '^''(''*[=+@＝＋－＠\\t\\r\\n-])', '\\1') as "${column}"`
    : `cast("${column}" as ${type}) as "${column}"`;

async function same(parquet, csv) {
  const all = await columns(parquet);
  const wanted = `select row_number() over () as nr, ${all.map(typed).join(', ')} from ${source(csv)}`;
  const found = `select row_number() over () as nr, * from ${source(parquet)}`;
  const differences = [];
  for (const [one, other] of [[wanted, found], [found, wanted]]) {
    differences.push(...(await rows(`(${one}) except (${other}) limit 3`)));
  }
  differences.forEach((row) => console.error(`${name(parquet)}: ${row.map(String).join(' | ')}`));
  const types = [...new Set(all.map(({ type }) => type))].sort().join(', ');
  console.log(`${name(parquet)} ${await number(parquet)} (${types})`);
  return differences.length === 0;
}

const [first, ...others] = process.argv.slice(2);
if (first === 'same') {
  let alike = true;
  for (let i = 0; i + 1 < others.length; i += 2) {
    alike = (await same(others[i], others[i + 1])) && alike;
  }
  process.exit(alike ? 0 : 1);
}
for (const file of process.argv.slice(2)) {
  console.log(`${name(file)} ${await number(file)}`);
}
