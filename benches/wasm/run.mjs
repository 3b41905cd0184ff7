// Builds the analysis as the browser has it and says how long all differences of the default bundle take:
// `node benches/wasm/run.mjs`. V8 as in Chromium; the first call also reads the bundle and is left out.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const target = fileURLToPath(new URL('../../target/bench-wasm', import.meta.url));
execFileSync('cargo', ['build', '--release', '--target', 'wasm32-unknown-unknown', '--target-dir', target], { cwd: folder, stdio: 'inherit' });
const bytes = readFileSync(`${target}/wasm32-unknown-unknown/release/nulage_wasm_bench.wasm`);
const { instance } = await WebAssembly.instantiate(bytes, {});
const indicators = instance.exports.differences_of_all();
const times = Array.from({ length: 200 }, () => {
  const begun = performance.now();
  instance.exports.differences_of_all();
  return performance.now() - begun;
}).sort((a, b) => a - b);
console.log(`differences of ${indicators} indicators in wasm: median ${times[100].toFixed(1)} ms, 95th percentile ${times[190].toFixed(1)} ms`);
