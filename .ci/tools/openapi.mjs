// usage: node openapi.mjs FILE - is it a description by OpenAPI?
import { readFile } from 'node:fs/promises';
import { Validator } from '@seriousme/openapi-schema-validator';

const validator = new Validator();
const answer = await validator.validate(JSON.parse(await readFile(process.argv[2], 'utf8')));
if (!answer.valid) {
  console.error(JSON.stringify(answer.errors, null, 1));
  process.exit(1);
}
console.log(`OpenAPI ${validator.version}`);
