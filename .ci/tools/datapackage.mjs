// usage: node datapackage.mjs datapackage.json - is it a data package, and do its uncompressed tables hold to their schemas?
import datapackage from 'datapackage';

const found = await datapackage.Package.load(process.argv[2]);
const faults = found.valid ? [] : found.errors.map(String);
let rows = 0;
for (const resource of found.resources) {
  if (!resource.valid) {
    faults.push(`${resource.name}: ${resource.errors.join('; ')}`);
  } else if (resource.tabular && /\.csv$/.test(resource.descriptor.path)) {
    const errors = (await resource.checkRelations?.().catch((fault) => fault)) instanceof Error ? ['relations'] : [];
    const table = await resource.read({ keyed: true, forceCast: true });
    rows += table.length;
    table.filter((row) => row instanceof Error).slice(0, 3).forEach((fault) => errors.push(String(fault.errors ?? fault)));
    faults.push(...errors.map((error) => `${resource.name}: ${error}`));
  }
}
faults.forEach((fault) => console.error(fault));
console.log(`${found.resources.length} resources, ${rows} rows`);
process.exit(faults.length === 0 ? 0 : 1);
