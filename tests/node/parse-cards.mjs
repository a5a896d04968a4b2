// stdin: [card, ...]; stdout: [["finding", ...], ...]: what the adaptivecards package finds wrong with each card at version 1.5.
import { createRequire } from "node:module";
import { readInput, writeOutput } from "./io.mjs";

// The package's main entry is an ES module without file extensions, which node does not load.
const cards = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js");
const version = cards.Versions.v1_5;

// Read by the elements themselves, so absent from their schemas.
const childLists = ["body", "items", "columns", "inlines", "actions"];

function parse(json) {
  const context = new cards.SerializationContext(version);
  const card = new cards.AdaptiveCard();
  card.parse(json, context);
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at));
  const problems = [...events, ...card.validateProperties().validationEvents].map(
    ({ event, message }) => `${cards.ValidationEvent[event]}: ${message}`,
  );
  return [...headProblems(json), ...problems, ...unknownProperties(json, "$")];
}

// The parser reads a card of a newer version, or of none, without a word.
function headProblems(json) {
  const declared = cards.Version.parse(String(json.version ?? ""), new cards.SerializationContext());
  return [
    ...(json.type === "AdaptiveCard" ? [] : [`Head: type is ${JSON.stringify(json.type)}, not "AdaptiveCard"`]),
    ...(declared && declared.compareTo(version) <= 0 ? [] : [`Head: version ${JSON.stringify(json.version)} is not 1.0 to ${version}`]),
  ];
}

// The parser skips names that it does not know, so a misspelled one would go unseen. Its own schema tells which those are.
function unknownProperties(node, path) {
  if (Array.isArray(node)) {
    return node.flatMap((item, at) => unknownProperties(item, `${path}[${at}]`));
  }
  if (node === null || typeof node !== "object") {
    return [];
  }
  const known = knownProperties(node.type);
  return Object.entries(node).flatMap(([name, value]) => [
    ...(known && !known.has(name) ? [`UnknownProperty: "${name}" at ${path} (${node.type})`] : []),
    // What a submit carries is the bot's own business, whatever its names are.
    ...(name === "data" ? [] : unknownProperties(value, `${path}.${name}`)),
  ]);
}

function knownProperties(type) {
  const parsers = {
    AdaptiveCard: () => new cards.AdaptiveCard(),
    Column: () => new cards.Column(),
    TextRun: () => new cards.TextRun(),
  };
  const create =
    parsers[type] ??
    [cards.GlobalRegistry.elements, cards.GlobalRegistry.actions]
      .map((registry) => registry.findByName(type))
      .filter(Boolean)
      .map((found) => () => new found.objectType())[0];
  if (!create) {
    return undefined;
  }
  const schema = create().getSchema();
  const names = Array.from({ length: schema.getCount() }, (_, at) => schema.getItemAt(at).name);
  return new Set([...names, "$schema", "type", "fallback", ...childLists]);
}

writeOutput(readInput().map(parse));
