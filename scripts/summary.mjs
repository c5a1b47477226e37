// Reads the result files of a test run: names what failed, why something was skipped, the slowest ten, and closes with one line.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, formatFailed] = [process.argv[2], Number(process.argv[3] ?? 0)];
const projects = ['Fadu.Rules.Tests', 'Fadu.Tests', 'Fadu.Browser.Tests'];
const files = readdirSync(folder).filter((f) => f.endsWith('.trx'));
const tests = [];
for (const file of files) {
  const text = readFileSync(join(folder, file), 'utf8');
  for (const [, attributes, body = ''] of text.matchAll(/<UnitTestResult ([^>]*?)(?:\/>|>([\s\S]*?)<\/UnitTestResult>)/g)) {
    const get = (key) => attributes.match(new RegExp(`\\b${key}="([^"]*)"`))?.[1] ?? '';
    const [h, m, s] = (get('duration') || '0:0:0').split(':').map(Number);
    const message = body.match(/<Message>([\s\S]*?)<\/Message>/)?.[1] ?? body.match(/<StdOut>([\s\S]*?)<\/StdOut>/)?.[1] ?? '';
    tests.push({ name: get('testName'), outcome: get('outcome'), seconds: h * 3600 + m * 60 + s, message: message.trim().split('\n')[0] });
  }
}
const count = (...outcomes) => tests.filter((t) => outcomes.includes(t.outcome)).length;
const missing = projects.filter((p) => !files.includes(`${p}.trx`));
const failed = tests.filter((t) => !['Passed', 'NotExecuted'].includes(t.outcome));
for (const t of failed) console.log(`FAILED ${t.name}\n  ${t.message}`);
for (const p of missing) console.log(`FAILED ${p}: the run left no result file`);
const reasons = new Map();
for (const t of tests.filter((x) => x.outcome === 'NotExecuted')) reasons.set(t.message, (reasons.get(t.message) ?? 0) + 1);
for (const [reason, n] of reasons) console.log(`skipped ${n}: ${reason}`);
console.log('slowest:');
for (const t of [...tests].sort((a, b) => b.seconds - a.seconds).slice(0, 10)) console.log(`  ${t.seconds.toFixed(2)} s  ${t.name}`);
const bad = failed.length + missing.length + (formatFailed ? 1 : 0);
console.log(`${count('Passed')} passed, ${bad} failed, ${count('NotExecuted')} skipped`);
process.exit(bad ? 1 : 0);
