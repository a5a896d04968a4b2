// The peer as a process: prints its address, ends when its standard input is closed. Node's own HTTP server, which costs it less than
// express or restify would.
import { createServer } from "node:http";
import botbuilder from "botbuilder";
import { SixPromptsBot } from "./six-prompts.mjs";

// No app id: nobody is authenticated, as in the probe bot's Development form.
const adapter = new botbuilder.CloudAdapter(new botbuilder.ConfigurationBotFrameworkAuthentication({}));
const bot = new SixPromptsBot();

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    request.body = JSON.parse(Buffer.concat(chunks));
  } catch {
    request.body = undefined;
  }
  await adapter.process(request, expressLike(response), (context) => bot.run(context));
});

server.listen(0, "127.0.0.1", () => console.log(`Now listening on: http://127.0.0.1:${server.address().port}`));
process.stdin.resume().on("end", () => process.exit());

// What the adapter uses of express.
function expressLike(response) {
  let body;
  return {
    socket: response.socket,
    header: (name, value) => response.setHeader(name, value),
    status: (code) => (response.statusCode = code),
    send: (value) => (body = value),
    end: () => {
      if (body === undefined) return response.end();
      response.setHeader("Content-Type", "application/json; charset=utf-8");
      response.end(typeof body === "string" ? body : JSON.stringify(body));
    },
  };
}
