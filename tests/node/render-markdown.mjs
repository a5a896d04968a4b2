// stdin: ["markdown", ...]; stdout: ["<p>html</p>", ...]. markdown-it is what Web Chat renders cards with.
import markdownIt from "markdown-it";
import { readInput, writeOutput } from "./io.mjs";

const renderer = markdownIt({ linkify: true });

writeOutput(readInput().map((text) => renderer.render(text)));
