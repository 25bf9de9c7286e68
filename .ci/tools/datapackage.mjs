// usage: node datapackage.mjs datapackage.json - is it a data package, and do its tables hold to their schemas? Tables are read as
// they are when they are unpacked, beside the description.
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import datapackage from 'datapackage';

const [, , file] = process.argv;
const descriptor = JSON.parse(await readFile(file, 'utf8'));
const found = await datapackage.Package.load(descriptor, { basePath: dirname(file) });
const faults = found.valid ? [] : found.errors.map(String);
let rows = 0;
for (const resource of found.resources) {
  const { name, path, schema, dialect } = resource.descriptor;
  if (!resource.valid) {
    faults.push(`${name}: ${resource.errors.join('; ')}`);
  }
  if (/\.csv\.gz$/.test(path)) {
    const unpacked = { name, path: path.replace(/\.gz$/, ''), schema, dialect, profile: 'tabular-data-resource' };
    const table = await datapackage.Resource.load(unpacked, { basePath: dirname(file) });
    const errors = [];
    const read = await table.read({ forceCast: true }).catch((fault) => [fault]);
    read.filter((row) => row instanceof Error).slice(0, 3).forEach((fault) => errors.push(`${fault} ${fault.errors ?? ''}`));
    rows += read.length;
    faults.push(...errors.map((error) => `${name}: ${error}`));
  }
}
faults.forEach((fault) => console.error(fault));
console.log(`${found.resources.length} resources, ${rows} rows`);
process.exit(faults.length === 0 ? 0 : 1);
