// usage: node csvw.mjs csv-metadata.json - do the tables beside it hold to their CSV on the Web description, as a converter to RDF
// (csv2rdf) reads both: every column is described, none is missing, and every cell is a value of its datatype.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import CsvwParser from '@zazuko/rdf-parser-csvw';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import { validateTerm } from 'rdf-validate-datatype';

const CSVW = 'http://www.w3.org/ns/csvw';
// The terms of the W3C's own context that descriptions of tables use; a term that is not among them is a fault.
const context = {
  csvw: `${CSVW}#`,
  dc: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  url: { '@id': 'csvw:url', '@type': '@id' },
  tableSchema: 'csvw:tableSchema',
  columns: { '@id': 'csvw:column', '@container': '@list' },
  name: 'csvw:name',
  titles: 'csvw:title',
  datatype: { '@id': 'csvw:datatype', '@type': '@vocab' },
  separator: 'csvw:separator',
  primaryKey: 'csvw:primaryKey',
  ...Object.fromEntries(['string', 'integer', 'decimal', 'date', 'dateTime', 'boolean'].map((type) => [type, `xsd:${type}`])),
};
const faults = [];
const [, , file] = process.argv;
const description = JSON.parse(await readFile(file, 'utf8'));
if (description['@context'] !== CSVW || !Array.isArray(description.tables)) {
  throw new Error(`${file} is not a description of tables by ${CSVW}`);
}
const known = (value) => {
  for (const [key, held] of Object.entries(value ?? {})) {
    if (Number.isNaN(Number(key)) && !key.startsWith('@') && !(key.split(':')[0] in context)) {
      faults.push(`${key} is no term of CSVW`);
    }
    if (typeof held === 'object') {
      known(held);
    }
  }
};
for (const table of description.tables) {
  known(table);
  const quads = await jsonld.toRDF({ '@context': context, ...table }, { base: 'http://localhost/', format: 'application/n-quads' });
  const metadata = new Store(new Parser({ format: 'N-Quads' }).parse(quads));
  const path = join(dirname(file), table.url);
  const names = table.tableSchema.columns.map((column) => column.name);
  const header = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0].split(',').map((cell) => cell.replace(/^"|"$/g, ''));
  if (header.join() !== names.join()) {
    faults.push(`${table.url}: the columns ${header} are described as ${names}`);
  }
  const base = `http://localhost/${table.url}`;
  let rows = 0;
  for await (const quad of new CsvwParser({ metadata, baseIRI: base }).import(createReadStream(path))) {
    rows += quad.predicate.value === `${CSVW}#row` ? 1 : 0;
    if (quad.object.termType === 'Literal' && !validateTerm(quad.object)) {
      faults.push(`${table.url}: ${quad.predicate.value} is ${quad.object.value}, no ${quad.object.datatype.value}`);
    }
  }
  console.log(`${table.url} ${rows}`);
}
faults.slice(0, 10).forEach((fault) => console.error(fault));
process.exit(faults.length === 0 ? 0 : 1);
