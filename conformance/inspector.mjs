// The official inspector's command line: `tools/list --strict` in both eras, and one tool call.
//
//   ./run inspector.mjs [--url URL] [--tool NAME [--arg key=value]...] [-- STDIO COMMAND]
import { readArguments, fail, runNode, Report } from './lib.mjs';

const INSPECTOR = '@modelcontextprotocol/inspector/clients/launcher/build/index.js';
const args = readArguments(process.argv.slice(2), ['url', 'tool', 'arg']);
const report = new Report();

const targets = [];
if (args.one('url')) targets.push(['http', ['--server-url', args.one('url'), '--transport', 'http'], []]);
if (args.command.length > 0) targets.push(['stdio', [], ['--', ...args.command]]);
if (targets.length === 0) fail('give --url URL, or -- and a command that serves stdio, or both');

async function inspect(era, [, before, after], method) {
  const { code, stdout, stderr } = await runNode(INSPECTOR, [
    '--cli', ...before, '--protocol-era', era, ...method, '--format', 'json', '-q', ...after,
  ], { timeout: 60_000 });
  if (code !== 0) throw new Error(`exit ${code}: ${(stderr + stdout).trim().slice(0, 2000)}`);
  return JSON.parse(stdout);
}

for (const target of targets) {
  for (const era of ['modern', 'legacy']) {
    await report.check(`${target[0]} ${era} tools/list --strict`, async () => {
      const { tools, result } = await inspect(era, target, ['--method', 'tools/list', '--strict']);
      const listed = tools ?? result?.tools;
      if (!Array.isArray(listed) || listed.length === 0) throw new Error('no tools were listed');
      return `${listed.length} tools`;
    });
    if (args.one('tool')) {
      await report.check(`${target[0]} ${era} tools/call ${args.one('tool')}`, async () => {
        const pairs = args.all('arg').flatMap((pair) => ['--tool-arg', pair]);
        const answer = await inspect(era, target, ['--method', 'tools/call', '--tool-name', args.one('tool'), ...pairs]);
        return JSON.stringify(answer).slice(0, 100);
      });
    }
  }
}
report.finish();
