// node fill.mjs manifest.json: the manifest with each {NAME} replaced by the environment variable of that name.
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync(process.argv[2], 'utf8'), (_, value) =>
  typeof value === 'string' ? value.replace(/\{([A-Z_]+)\}/g, (_, name) => process.env[name] || fail(name)) : value);
process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);

function fail(name) {
  throw new Error(`The manifest needs ${name}.`);
}
