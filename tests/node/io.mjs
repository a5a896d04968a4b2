import { readFileSync } from "node:fs";

export const readInput = () => JSON.parse(readFileSync(0, "utf8"));

export const writeOutput = (value) => process.stdout.write(JSON.stringify(value));
