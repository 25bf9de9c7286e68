// usage: node feed.mjs FILE... - Atom and JSON Feed as another reader sees them. Prints the number of entries.
import { readFile } from 'node:fs/promises';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';

for (const file of process.argv.slice(2)) {
  const text = await readFile(file, 'utf8');
  const feed = text.startsWith('{') ? parseJsonFeed(JSON.parse(text)) : parseAtomFeed(text);
  const entries = feed.items ?? feed.entries ?? [];
  for (const entry of entries) {
    if (!entry.id || !(entry.title?.value ?? entry.title) || !(entry.updated ?? entry.date_published ?? entry.date_modified)) {
      throw new Error(`${file}: an entry without identifier, title or date: ${JSON.stringify(entry).slice(0, 300)}`);
    }
  }
  if (new Set(entries.map((entry) => entry.id)).size !== entries.length) {
    throw new Error(`${file}: two entries have one identifier`);
  }
  console.log(entries.length);
}
