// What the three harnesses share: their command line, a server of their own, and child processes.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

export const here = path.dirname(fileURLToPath(import.meta.url));

/**
 * Reads `--name value` pairs, where a name may come again, and what follows `--`.
 * Unknown names are refused, so that a mistyped option can't pass as a test that was run.
 */
export function readArguments(argv, names) {
  const options = new Map();
  const end = argv.indexOf('--');
  const own = end < 0 ? argv : argv.slice(0, end);
  for (let i = 0; i < own.length; i += 2) {
    const name = own[i].replace(/^--/, '');
    if (!own[i].startsWith('--') || !names.includes(name) || i + 1 >= own.length) {
      fail(`unknown or incomplete argument ${own[i]}; known: ${names.map((n) => `--${n} VALUE`).join(' ')} -- COMMAND`);
    }
    options.set(name, [...(options.get(name) ?? []), own[i + 1]]);
  }
  return {
    one: (name) => options.get(name)?.at(-1),
    all: (name) => options.get(name) ?? [],
    command: end < 0 ? [] : argv.slice(end + 1),
  };
}

export function fail(message) {
  console.error(message);
  process.exit(2);
}

/** Runs a program under our Node.js to its end; its output comes back and is not printed. */
export function runNode(script, args, { timeout = 600_000 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(here, 'node_modules', script), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', MCP_CATALOG_PATH: path.join(here, 'node_modules', '.catalog.json') },
      timeout,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data) => (stdout += data));
    child.stderr.on('data', (data) => (stderr += data));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/**
 * Starts a server whose first line of output is its URL and which ends when its input does, calls
 * the task with that URL, and ends the server.
 */
export async function withServer([program, ...args], task) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('close', resolve));
  try {
    const url = await new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', resolve);
      child.once('error', reject);
      child.once('close', (code) => reject(new Error(`the server ended with ${code} before it printed its URL`)));
    });
    return await task(url);
  } finally {
    child.stdin.end();
    const timer = setTimeout(() => child.kill(), 10_000);
    await ended;
    clearTimeout(timer);
  }
}

/** Collects rows and prints each as it comes; the process ends with 1 when one failed. */
export class Report {
  #failed = 0;
  #rows = 0;

  row(ok, name, detail = '') {
    this.#rows++;
    if (!ok) this.#failed++;
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}${detail ? `: ${detail}` : ''}`);
  }

  async check(name, task) {
    try {
      this.row(true, name, await task());
    } catch (error) {
      this.row(false, name, error?.message ?? String(error));
    }
  }

  finish() {
    console.log(`${this.#rows - this.#failed} of ${this.#rows} passed`);
    if (this.#rows === 0) fail('nothing was tested');
    process.exit(this.#failed === 0 ? 0 : 1);
  }
}
