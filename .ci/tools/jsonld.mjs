// usage: node jsonld.mjs FILE.jsonld FILE.nt [BASE ADDRESS] - do both say the same triples?
// A context by address is fetched from the address alone, whatever base the identifiers have.
import { readFile } from 'node:fs/promises';
import jsonld from 'jsonld';

const [, , json, triples, base, address] = process.argv;
const documentLoader = async (url) => {
  if (!base || !url.startsWith(base)) {
    throw new Error(`${url} is not the publisher's own context`);
  }
  const answer = await fetch(address + url.slice(base.length));
  return { contextUrl: null, documentUrl: url, document: await answer.json() };
};
// Language tags say the same in any case (RDF 1.1 Concepts, 3.3).
const tags = (quads) => quads.replace(/"@([A-Za-z-]+)/g, (tag) => tag.toLowerCase());
const canonical = { algorithm: 'RDFC-1.0', format: 'application/n-quads' };
const one = await jsonld.canonize(JSON.parse(await readFile(json, 'utf8')), { ...canonical, documentLoader });
const other = await jsonld.canonize(tags(await readFile(triples, 'utf8')), { ...canonical, inputFormat: 'application/n-quads' });
const lines = (text) => new Set(text.split('\n').filter(Boolean));
const missing = (from, to) => [...lines(from)].filter((line) => !lines(to).has(line)).slice(0, 5);
if (one !== other) {
  console.error('only in JSON-LD:', missing(one, other), 'only in N-Triples:', missing(other, one));
  process.exit(1);
}
console.log(`${lines(one).size} triples`);
