// usage: node oai.mjs ADDRESS - harvests everything as another harvester does. Prints formats, sets, and what it got.
import oai from 'oai-pmh';

const { OaiPmh } = oai;
const repository = new OaiPmh(process.argv[2]);
const identity = await repository.identify();
if (identity.protocolVersion !== '2.0') {
  throw new Error(`protocol version ${identity.protocolVersion}`);
}
const formats = (await repository.listMetadataFormats()).map((format) => format.metadataPrefix);
const all = async (iterator) => {
  const found = [];
  for await (const each of iterator) {
    found.push(each);
  }
  return found;
};
const sets = await all(repository.listSets());
console.log(`formats ${formats.join(' ')}; ${sets.length} sets`);
for (const metadataPrefix of formats) {
  const identifiers = (await all(repository.listIdentifiers({ metadataPrefix }))).map((header) => header.identifier);
  const records = (await all(repository.listRecords({ metadataPrefix }))).map((record) => record.header.identifier);
  if (identifiers.join() !== records.join()) {
    throw new Error(`${metadataPrefix}: identifiers and records are not the same`);
  }
  const record = await repository.getRecord(records[0], metadataPrefix);
  if (record.header.identifier !== records[0]) {
    throw new Error(`${records[0]} asked, ${record.header.identifier} got`);
  }
  console.log(`${metadataPrefix} ${records.length}`);
}
