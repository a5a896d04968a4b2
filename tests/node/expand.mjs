// stdin: [{ "template": ..., "data": ... }]; stdout: [{ "result": ... } | { "error": "..." }], in the same order.
import { createRequire } from "node:module";
import { readInput, writeOutput } from "./io.mjs";

const { Template } = createRequire(import.meta.url)("adaptivecards-templating");

function expand({ template, data }) {
  try {
    return { result: new Template(template).expand({ $root: data }) ?? null };
  } catch (error) {
    return { error: String(error?.message ?? error) };
  }
}

writeOutput(readInput().map(expand));
