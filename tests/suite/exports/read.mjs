// Reads what the catalogue exported with the readers of each format. One JSON line on standard output: what the request
// at the path given in each file became. Run by `tests/suite/exports/mod.rs`; exits with 3 where packages are missing.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [packages, folder] = process.argv.slice(2);
const require = createRequire(join(packages, 'package.json'));
let Ajv, har, postman, bruno;
try {
  Ajv = require('ajv');
  har = require('har-schema');
  postman = require('postman-collection');
  bruno = require('@usebruno/lang');
} catch (error) {
  console.error(String(error));
  process.exit(3);
}
const text = (path) => readFileSync(join(folder, path), 'utf8');

const ajv = new Ajv({ schemaId: 'auto' });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-06.json'));
for (const schema of Object.values(har)) ajv.addSchema(schema);
const archive = JSON.parse(text('API.har'));
if (!ajv.validate('har.json#', archive)) throw new Error(JSON.stringify(ajv.errors, null, 1));

const collection = new postman.Collection(JSON.parse(text('API.postman_collection.json')));
collection.syncVariablesFrom({ base_url: 'https://a.fr', TOKEN: 't' });
const resolved = (text) => text && postman.Property.replaceSubstitutions(text, collection.variables);
const calls = [];
collection.forEachItem(({ request }) => {
  calls.push({
    url: resolved(request.url.toString()),
    token: resolved(request.headers.get('Authorization')),
    odd: request.headers.get('X-Odd'),
    body: request.body?.raw,
  });
});

const paths = JSON.parse(text('paths.json'));
const requests = paths.filter((path) => path.endsWith('.bru') && !/environments|folder/.test(path));
const brus = requests.map((path) => {
  const { http, headers, body } = bruno.bruToJsonV2(text(path));
  return { url: http.url, headers, body };
});
const [environment] = paths.filter((path) => path.includes('environments'));
console.log(JSON.stringify({
  entries: archive.log.entries.length,
  postman: calls,
  bruno: brus,
  environment: bruno.bruToEnvJsonV2(text(environment)).variables,
}));
