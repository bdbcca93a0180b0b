// The official TypeScript client in both generations lists the tools and calls one.
//
//   ./run clients.mjs [--url URL] [--tool NAME [--arguments JSON] [--expect TEXT]] [-- STDIO COMMAND]
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as HttpV1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { StdioClientTransport as StdioV1 } from '@modelcontextprotocol/sdk/client/stdio.js';
import { Client as ClientV2, StreamableHTTPClientTransport as HttpV2 } from '@modelcontextprotocol/client';
import { StdioClientTransport as StdioV2 } from '@modelcontextprotocol/client/stdio';
import { readArguments, fail, Report } from './lib.mjs';

const args = readArguments(process.argv.slice(2), ['url', 'tool', 'arguments', 'expect']);
const report = new Report();
const identity = { name: 'opensips-mcp-check', version: '1.0.0' };

const generations = [
  ['sdk 1.x', 'legacy', () => new ClientV1(identity), HttpV1, StdioV1],
  ['client 2.x', 'legacy', () => new ClientV2(identity), HttpV2, StdioV2],
  ['client 2.x', 'modern', () => new ClientV2(identity, { versionNegotiation: { mode: { pin: '2026-07-28' } } }), HttpV2, StdioV2],
  ['client 2.x', 'auto', () => new ClientV2(identity, { versionNegotiation: { mode: 'auto' } }), HttpV2, StdioV2],
];

const [program, ...rest] = args.command;
const transports = [];
if (args.one('url')) transports.push(['http', (Http) => new Http(new URL(args.one('url')))]);
if (program) transports.push(['stdio', (_, Stdio) => new Stdio({ command: program, args: rest, stderr: 'ignore' })]);
if (transports.length === 0) fail('give --url URL, or -- and a command that serves stdio, or both');

async function visit(client, transport) {
  await client.connect(transport);
  try {
    const { tools } = await client.listTools();
    if (tools.length === 0) throw new Error('no tools were listed');
    const version = client.getNegotiatedProtocolVersion?.() ?? transport.protocolVersion ?? 'handshake';
    return `${tools.length} tools, ${version}${args.one('tool') ? await call(client) : ''}`;
  } finally {
    await transport.terminateSession?.();
    await client.close();
  }
}

async function call(client) {
  const result = await client.callTool({
    name: args.one('tool'),
    arguments: JSON.parse(args.one('arguments') ?? '{}'),
  });
  const text = JSON.stringify(result.content);
  if (result.isError) throw new Error(`the tool failed: ${text}`);
  if (!text.includes(args.one('expect') ?? '')) throw new Error(`unexpected answer: ${text}`);
  return `, called ${args.one('tool')}`;
}

for (const [name, open] of transports) {
  for (const [generation, era, make, Http, Stdio] of generations) {
    await report.check(`${name} ${generation} ${era}`, () => visit(make(), open(Http, Stdio)));
  }
}
report.finish();
