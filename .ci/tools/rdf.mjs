// usage: node rdf.mjs FILE... - Turtle, N-Triples, N-Quads, TriG: can another parser read them? Prints the number of quads.
import { readFile } from 'node:fs/promises';
import { Parser } from 'n3';

const formats = { ttl: 'text/turtle', nt: 'N-Triples', nq: 'N-Quads', trig: 'application/trig' };
for (const file of process.argv.slice(2)) {
  const format = formats[file.split('.').pop()];
  const quads = new Parser({ format, baseIRI: 'http://localhost/' }).parse(await readFile(file, 'utf8'));
  if (quads.length === 0) {
    throw new Error(`${file} holds nothing`);
  }
  console.log(quads.length);
}
