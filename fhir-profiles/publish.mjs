// Writes what SUSHI made as it is committed: one file a resource, and an index, because a folder inside a jar cannot
// be listed. Usage: node publish.mjs <from> <to>
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [from, to] = process.argv.slice(2);
const DEFINITIONS = ['CodeSystem', 'OperationDefinition', 'Questionnaire', 'StructureDefinition', 'ValueSet'];

const write = (name, content) =>
  writeFileSync(join(to, name), JSON.stringify(content, null, 2) + '\n');

mkdirSync(to, { recursive: true });
const index = readdirSync(from)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => {
    const resource = JSON.parse(readFileSync(join(from, name), 'utf8'));
    const { resourceType, id, url, version } = resource;
    const file = `${resourceType}-${id}.json`;
    write(file, resource);
    return { file, resourceType, id, url, version, example: !DEFINITIONS.includes(resourceType) };
  });
write('index.json', index);
