// usage: node shacl.mjs SHAPES.ttl DATA.ttl... - do the data hold to the shapes, as another implementation sees it?
import { readFile } from 'node:fs/promises';
import { Parser, Store, DataFactory } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';

const read = async (files) => {
  const store = new Store();
  for (const file of files) {
    store.addQuads(new Parser({ baseIRI: 'http://localhost/' }).parse(await readFile(file, 'utf8')));
  }
  return store;
};
const [shapes, ...data] = process.argv.slice(2);
const report = await new SHACLValidator(await read([shapes])).validate(await read(data));
const faults = report.results.filter((result) => result.severity?.value.endsWith('#Violation'));
for (const fault of faults.slice(0, 10)) {
  console.error(fault.focusNode?.value, fault.path?.value, fault.message.map((each) => each.value).join(' '));
}
console.log(`${faults.length} violations`);
process.exit(faults.length === 0 ? 0 : 1);
