// The official conformance suite against a server over HTTP, one row per required scenario.
//
//   ./run conformance.mjs --url URL [--requirements REVISION]...
//   ./run conformance.mjs [--requirements REVISION]... -- COMMAND    (prints its URL, ends with its input)
import { readArguments, fail, runNode, withServer, Report } from './lib.mjs';

const SUITE = '@modelcontextprotocol/conformance/dist/index.js';
const args = readArguments(process.argv.slice(2), ['url', 'requirements', 'scenario']);
const revisions = args.all('requirements').length > 0 ? args.all('requirements') : ['2026-07-28', '2025-11-25'];
const report = new Report();

/** The server scenarios that a revision requires, from the suite itself. */
async function required(revision) {
  const { stdout, code, stderr } = await runNode(SUITE, ['list', '--server', '--requirements', revision]);
  if (code !== 0) fail(stderr);
  const section = stdout.split('Server scenarios')[1].split(/Client scenarios|Run and reported/)[0];
  return section.split('\n').filter((line) => line.startsWith('  - ')).map((line) => line.slice(4).trim());
}

async function runRevision(url, revision) {
  const expected = await required(revision);
  const { stdout, stderr, code } = await runNode(SUITE, ['server', '--url', url, '--requirements', revision]);
  const results = new Map();
  for (const [, name, passed, failed] of stdout.matchAll(/^[✓✗] (\S+): (\d+) passed, (\d+) failed$/gm)) {
    results.set(name, { passed: Number(passed), failed: Number(failed) });
  }
  let good = 0;
  for (const name of expected) {
    const result = results.get(name);
    const ok = result !== undefined && result.failed === 0 && result.passed > 0;
    if (ok) good++;
    report.row(ok, `${revision} ${name}`, result ? `${result.passed} checks passed, ${result.failed} failed` : 'did not run');
    if (!ok) console.log(complaints(stdout, name));
  }
  for (const [name, result] of results) {
    if (!expected.includes(name)) {
      console.log(`     ${revision} ${name} (not required): ${result.passed} checks passed, ${result.failed} failed`);
    }
  }
  console.log(`${revision}: ${good} of ${expected.length} required scenarios pass`);
  report.row((code === 0) === (good === expected.length), `${revision} exit status`, `${code} ${stderr.trim().slice(-500)}`);
}

/** What the suite printed of a scenario's failures. */
function complaints(stdout, name) {
  const start = stdout.indexOf(`=== Running scenario: ${name} ===`);
  const end = stdout.indexOf('=== Running scenario:', start + 10);
  const part = stdout.slice(start, end < 0 ? undefined : end);
  return part.split('\n').filter((line) => /✗|FAIL|Error|error/.test(line)).slice(0, 40).map((line) => `       ${line.trim()}`).join('\n');
}

async function run(url) {
  for (const scenario of args.all('scenario')) {
    const { stdout, code } = await runNode(SUITE, ['server', '--url', url, '--scenario', scenario, '--spec-version', revisions[0], '--verbose']);
    console.log(stdout);
    report.row(code === 0, scenario);
  }
  if (args.all('scenario').length > 0) return;
  for (const revision of revisions) {
    await runRevision(url, revision);
  }
}

if (args.one('url')) await run(args.one('url'));
else if (args.command.length > 0) await withServer(args.command, run);
else fail('give --url URL, or -- and a command that prints its URL');
report.finish();
