// node report.mjs count <report.json>                        prints "<passed> <not passed>" of one CTRF report
// node report.mjs times <folder> <name|seconds|budget>...     prints how long each part of ./test.sh took, and its budget on 2 cores
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// What DESIGN budgets by the kind of test, by the namespace in which those tests live. The first that fits counts.
const kinds = [
  ["conversation scripts", /\.Scripts(\.|$)/, "6:00"],
  ["kills", /\.Kills?(\.|$)/, "3:00"],
  ["browser", /^SmartFlexBot\.EndToEnd\.Tests\./, "8:00"],
  ["the rest", /./, "4:00"],
];

const read = file => JSON.parse(readFileSync(file, "utf8")).results;

/** A runner that crashed may leave half a report: it was counted as a failure already. */
function testsOf(file) {
  try {
    return read(file).tests;
  } catch {
    return [];
  }
}

function count(file) {
  const { summary, extra } = read(file);
  // An error outside of any test, such as in a fixture's clean-up, is in no test's result.
  const outside = (extra?.suites ?? []).reduce((sum, suite) => sum + suite.errors.length, 0);
  return `${summary.passed} ${summary.tests - summary.passed + outside}`;
}

function clock(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

const row = (name, time, budget, note) => console.log(`${name.padEnd(24)}${time.padStart(8)}${budget.padStart(10)}   ${note}`.trimEnd());

function times(folder, parts) {
  row("part", "took", "budget", "");
  for (const [name, seconds, budget] of parts.map(part => part.split("|"))) {
    row(name, clock(Number(seconds)), budget, "");
  }

  const files = existsSync(folder) ? readdirSync(folder).filter(file => file.endsWith(".json")) : [];
  const tests = files.flatMap(file => testsOf(join(folder, file)));
  for (const [name, , budget] of kinds) {
    const own = tests.filter(test => kinds.find(([, where]) => where.test(test.extra?.type ?? test.name))[0] === name);
    if (own.length === 0) continue;
    const from = own.reduce((first, test) => Math.min(first, test.start), Infinity);
    const to = own.reduce((last, test) => Math.max(last, test.stop), 0);
    row(`  of it ${name}`, clock((to - from) / 1000), budget, `${own.length} tests, first start to last end`);
  }
}

const [what, target, ...parts] = process.argv.slice(2);
if (what === "count") console.log(count(target));
else times(target, parts);
