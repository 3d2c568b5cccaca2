// node chat.mjs MODEL_DIR JOB.json RESULT.json
// Loads a model folder with WebLLM in headless Chromium (SwiftShader adapter) and runs the job:
//   { rounds: [{ messages, max_tokens, temperature, ... }], library: 'model.wasm', capture: bool, continue: bool }
// With `capture` a logit processor records the logits before each token. With `continue` each round gets the
// messages of the rounds before, with the answers, in front of its own.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const [dir, jobFile, resultFile] = process.argv.slice(2);
const job = JSON.parse(fs.readFileSync(jobFile));
const library = createRequire(import.meta.url).resolve('@mlc-ai/web-llm');
const types = { '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm' };

const server = http.createServer((request, response) => {
  const name = new URL(request.url, 'http://localhost').pathname;
  if (name === '/') {
    response.setHeader('content-type', 'text/html');
    return response.end('<!doctype html><title>chat</title>');
  }
  if (name === '/favicon.ico') { response.statusCode = 204; return response.end(); }
  const file = name === '/web-llm.js' ? library : path.join(dir, path.basename(name));
  if (!fs.existsSync(file)) { console.log(`not found: ${name}`); response.statusCode = 404; return response.end(); }
  response.setHeader('content-type', types[path.extname(file)] ?? 'application/octet-stream');
  response.end(fs.readFileSync(file));
}).listen(0, '127.0.0.1');
await new Promise(done => server.on('listening', done));
const base = `http://localhost:${server.address().port}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  args: ['--headless=new', '--no-sandbox', '--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
});
let failed;
try {
  const page = await browser.newPage();
  const errors = [];
  page.on('console', m => {
    if (m.type() === 'error') errors.push(m.text());
    if (process.env.VERBOSE) console.log('page:', m.text().slice(0, 300));
  });
  page.on('pageerror', e => errors.push(String(e)));
  await page.goto(base + '/');
  const result = await page.evaluate(async ({ base, job }) => {
    const webllm = await import(base + '/web-llm.js');
    const seen = { logits: [], tokens: [] };
    const recorder = {
      processLogits: logits => { seen.logits.push(Array.from(logits)); return logits; },
      processSampledToken: token => { seen.tokens.push(token); },
      resetState: () => {},
    };
    const engine = new webllm.MLCEngine({
      appConfig: { model_list: [{
        model: base + '/resolve/main/', model_id: 'local', model_lib: `${base}/${job.library ?? 'model.wasm'}` }] },
      logitProcessorRegistry: job.capture ? new Map([['local', recorder]]) : undefined,
    });
    const start = performance.now();
    await engine.reload('local', job.chat_options);
    const out = { load_s: (performance.now() - start) / 1e3, rounds: [] };
    let history = [];
    for (const round of job.rounds) {
      const { messages, ...options } = round;
      seen.logits = [];
      seen.tokens = [];
      const begin = performance.now();
      const reply = await engine.chat.completions.create({ messages: [...history, ...messages], ...options });
      const text = reply.choices[0].message.content;
      out.rounds.push({
        text, finish: reply.choices[0].finish_reason, usage: reply.usage, wall_s: (performance.now() - begin) / 1e3,
        messages: [...history, ...messages], logits: seen.logits, tokens: seen.tokens,
      });
      if (job.continue) history = [...history, ...messages, { role: 'assistant', content: text }];
    }
    out.stats = await engine.runtimeStatsText();
    await engine.unload();
    return out;
  }, { base, job });
  result.errors = errors;
  fs.writeFileSync(resultFile, JSON.stringify(result));
  for (const r of result.rounds)
    console.log(`prompt ${r.usage.prompt_tokens}, answer ${r.usage.completion_tokens} tokens in ${r.wall_s.toFixed(2)} s; ` +
      `prefill ${r.usage.extra.prefill_tokens_per_s.toFixed(1)}, decode ${r.usage.extra.decode_tokens_per_s.toFixed(2)} tokens/s`);
  console.log(`load ${result.load_s.toFixed(2)} s`, errors.length ? errors.slice(0, 3) : '');
} catch (e) {
  failed = e;
} finally {
  await browser.close();
  server.close();
}
if (failed) { console.error(String(failed).slice(0, 2000)); process.exit(1); }
