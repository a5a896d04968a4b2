// node write-sbom.mjs <application.deps.json> <NuGet package folder> <Web Chat version> <Web Chat integrity> <target>
// Writes what the published program is made of, as CycloneDX 1.6. No time and no random number: the same program has the same file.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const [depsFile, packageFolder, webChatVersion, webChatIntegrity, target] = process.argv.slice(2);
const application = basename(depsFile, ".deps.json");
const deps = JSON.parse(readFileSync(depsFile, "utf8"));
const packages = Object.entries(deps.libraries).filter(([, library]) => library.type === "package");
const known = new Set(packages.map(([key]) => key));

const purl = key => `pkg:nuget/${key.replace("/", "@")}`;
const hash = integrity => ({ alg: "SHA-512", content: Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex") });

function licences(name, version) {
  const file = join(packageFolder, name.toLowerCase(), version.toLowerCase(), `${name.toLowerCase()}.nuspec`);
  const expression = existsSync(file) && readFileSync(file, "utf8").match(/<license type="expression">([^<]+)<\/license>/)?.[1];
  return expression ? { licenses: [{ expression }] } : {};
}

const nuget = packages.map(([key, library]) => {
  const [name, version] = key.split("/");
  return { type: "library", "bom-ref": purl(key), name, version, ...licences(name, version), hashes: [hash(library.sha512)], purl: purl(key) };
});
const webChat = `pkg:npm/botframework-webchat@${webChatVersion}`;
const components = [
  ...nuget,
  {
    type: "library", "bom-ref": webChat, name: "botframework-webchat", version: webChatVersion,
    licenses: [{ expression: "MIT" }], hashes: [hash(webChatIntegrity)], purl: webChat,
  },
];

// Projects of our own stand for what they need: a component depends on packages alone.
const graph = deps.targets[deps.runtimeTarget.name];
const needs = key => Object.entries(graph[key]?.dependencies ?? {}).map(([name, version]) => `${name}/${version}`);
function packagesOf(key, seen = new Set()) {
  const all = needs(key).flatMap(need => known.has(need) ? [need] : seen.has(need) ? [] : packagesOf(need, seen.add(need)));
  return [...new Set(all)].sort();
}

const root = Object.keys(deps.libraries).find(key => key.startsWith(`${application}/`));
const sbom = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  metadata: { component: { type: "application", "bom-ref": application, name: application, version: root.split("/")[1] } },
  components,
  dependencies: [
    { ref: application, dependsOn: [...packagesOf(root).map(purl), webChat] },
    ...packages.map(([key]) => ({ ref: purl(key), dependsOn: packagesOf(key).map(purl) })),
  ],
};
writeFileSync(target, `${JSON.stringify(sbom, null, 2)}\n`);
