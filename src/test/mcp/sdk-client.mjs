// Lists and calls everything with the official client for TypeScript, and writes what it was answered as one JSON object.
// node sdk-client.mjs stdio COMMAND | http URL KEY; the calls as JSON on standard input: [{name, arguments}].
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { readFileSync } from "node:fs";

const [kind, target, key] = process.argv.slice(2);
const calls = JSON.parse(readFileSync(0, "utf8"));
const transport =
  kind === "stdio"
    ? new StdioClientTransport({ command: target, args: ["mcp"] })
    : new StreamableHTTPClientTransport(new URL(target), {
        requestInit: { headers: key ? { Authorization: `Bearer ${key}` } : {} },
      });
const client = new Client({ name: "external-client", version: "1.0.0" });
const faults = [];
client.onerror = (error) => faults.push(String(error));
await client.connect(transport);
const { tools } = await client.listTools();
const { resources } = await client.listResources();
const { resourceTemplates } = await client.listResourceTemplates();
const results = {};
for (const { name, arguments: given } of calls) {
  results[name] = await client.callTool({ name, arguments: given });
}
const read = {};
for (const { uri } of resources) {
  read[uri] = (await client.readResource({ uri })).contents[0].text.length;
}
await client.close();
process.stdout.write(
  JSON.stringify({
    server: client.getServerVersion(),
    tools: tools.map((tool) => tool.name),
    templates: resourceTemplates.length,
    results,
    read,
    faults,
  }),
);
