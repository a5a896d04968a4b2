// node bring-webchat.mjs <version> <integrity> <staging directory> <target directory>
// Several builds may run it at once: each works in a staging directory of its own and moves finished files into place.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

// webchat-minimal.js is half the size but has no Adaptive Cards; webchat-es5.js is for browsers without ES modules.
const files = { "package/dist/webchat.js": "webchat.js", "package/dist/webchat.js.LICENSE.txt": "webchat.js.LICENSE.txt" };

class Problem extends Error {}

const [version, integrity, stagingRoot, target] = process.argv.slice(2);
const name = `botframework-webchat@${version}`;

function download(directory) {
  const npm = spawnSync("npm", ["pack", name, "--ignore-scripts", "--fetch-retries=1"], { cwd: directory, encoding: "utf8", shell: process.platform === "win32" });
  if (npm.error?.code === "ENOENT") {
    throw new Problem("npm is needed to bring the chat control into the page and is not on the PATH. Install it (Debian: apt-get install npm), then build again.");
  }
  const archive = readdirSync(directory).find((file) => file.endsWith(".tgz"));
  if (npm.status !== 0 || !archive) {
    const reason = npm.stderr?.match(/^npm (?:error|ERR!) (?!code |errno |syscall |address |port |A complete log)(.+)$/m)?.[1] ?? npm.error?.message ?? `exit code ${npm.status}`;
    throw new Problem(
      `npm could not bring ${name}, the chat control of the page (${reason}). Connect to the network or set npm's proxy or registry, check with 'npm pack ${name} --dry-run', then build again.`,
    );
  }
  return readFileSync(join(directory, archive));
}

function verify(archive) {
  const actual = `sha512-${createHash("sha512").update(archive).digest("base64")}`;
  if (actual !== integrity) {
    throw new Problem(
      `${name} is not the file that was pinned: its hash is ${actual}, build/WebChat.targets expects ${integrity}. Nothing was written. Check npm's registry setting; if you changed WebChatVersion, set WebChatIntegrity to the output of 'npm view ${name} dist.integrity' from a registry that you trust.`,
    );
  }
}

// A tar archive is a row of 512-byte headers, each followed by its file padded to 512 bytes.
function* entries(tar) {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const text = (from, length) => tar.toString("utf8", at + from, at + from + length).replace(/\0.*$/s, "");
    const size = parseInt(text(124, 12), 8);
    yield { path: text(0, 100), content: tar.subarray(at + 512, at + 512 + size) };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

function unpack(archive, directory) {
  for (const { path, content } of entries(gunzipSync(archive))) {
    if (files[path]) {
      writeFileSync(join(directory, files[path]), content);
    }
  }
  const missing = Object.values(files).filter((file) => !readdirSync(directory).includes(file));
  if (missing.length > 0) {
    throw new Problem(`${name} has no ${missing.join(", ")}. Nothing was written. Use a version of the package that has it, or change build/bring-webchat.mjs.`);
  }
}

function moveIntoPlace(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (error.code !== "EXDEV") {
      throw error;
    }
    copyFileSync(from, to);
  }
}

mkdirSync(stagingRoot, { recursive: true });
const staging = mkdtempSync(join(stagingRoot, "bring-"));
try {
  const archive = download(staging);
  verify(archive);
  unpack(archive, staging);
  writeFileSync(join(staging, "version.txt"), `${version} ${integrity}\n`);
  mkdirSync(target, { recursive: true });
  for (const file of [...Object.values(files), "version.txt"]) {
    moveIntoPlace(join(staging, file), join(target, file));
  }
} catch (error) {
  if (!(error instanceof Problem)) {
    throw error;
  }
  console.log(error.message);
  process.exitCode = 3;
} finally {
  rmSync(staging, { recursive: true, force: true });
}
