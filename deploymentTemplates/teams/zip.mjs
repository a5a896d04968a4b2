// node zip.mjs output.zip file...: the files at the root of a zip, which is all that Teams asks for; no program named zip is needed.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

const [output, ...files] = process.argv.slice(2);
const parts = [];
const directory = [];
let offset = 0;
for (const file of files) {
  const content = readFileSync(file);
  const packed = deflateRawSync(content);
  const name = Buffer.from(basename(file));
  const entry = header(content, packed, name);
  const local = Buffer.concat([numbers([0x04034b50, 4]), entry, name, packed]);
  directory.push(Buffer.concat([
    numbers([0x02014b50, 4], [20, 2]), entry, numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), name]));
  parts.push(local);
  offset += local.length;
}

const index = Buffer.concat(directory);
const end = numbers(
  [0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [index.length, 4], [offset, 4], [0, 2]);
writeFileSync(output, Buffer.concat([...parts, index, end]));

/** Version 2.0, names in UTF-8, deflated, dated 1 January 1980: the same files make the same zip. */
function header(content, packed, name) {
  return numbers(
    [20, 2], [0x0800, 2], [8, 2], [0, 2], [0x21, 2], [crc32(content), 4], [packed.length, 4], [content.length, 4], [name.length, 2], [0, 2]);
}

function numbers(...pairs) {
  return Buffer.concat(pairs.map(([value, bytes]) => {
    const buffer = Buffer.alloc(bytes);
    buffer.writeUIntLE(value, 0, bytes);
    return buffer;
  }));
}
