// usage: node duckdb.mjs FILE... - how many rows does DuckDB read in each Parquet, CSV or NDJSON file?
import { DuckDBConnection } from '@duckdb/node-api';

const connection = await DuckDBConnection.create();
for (const file of process.argv.slice(2)) {
  const quoted = `'${file.replaceAll("'", "''")}'`;
  const source = file.endsWith('.parquet')
    ? `read_parquet(${quoted})`
    : file.includes('.ndjson')
      ? `read_json(${quoted}, format='newline_delimited', maximum_object_size=100000000)`
      : `read_csv(${quoted}, header=true, all_varchar=true, strict_mode=true)`;
  const rows = await (await connection.runAndReadAll(`select count(*) from ${source}`)).getRows();
  console.log(`${file.split('/').pop()} ${rows[0][0]}`);
}
