// One engine in a process of its own. Arguments: the engine and a file with the rule base. For each line of standard input, a
// number of milliseconds, it evaluates scenarios until it has used that much processor time, compares their points with
// the expected ones, and prints the number of evaluations and the microseconds used.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const [engine, file] = process.argv.slice(2);
const { rules, scenarios, expected } = JSON.parse(readFileSync(file, "utf8"));
const { evaluator } = await import(`./${engine}.js`);
const evaluate = await evaluator(rules);

let next = 0;

async function run(milliseconds) {
  const points = new Map();
  let evaluations = 0;
  let used = 0;
  const begin = process.cpuUsage();
  while (used < milliseconds * 1000) {
    points.set(next, await evaluate(scenarios[next]));
    next = (next + 1) % scenarios.length;
    evaluations++;
    const { user, system } = process.cpuUsage(begin);
    used = user + system;
  }
  for (const [scenario, found] of points) {
    if (found !== expected[scenario]) {
      return `scenario ${scenario}: ${found} points instead of ${expected[scenario]}`;
    }
  }
  return `${evaluations} ${Math.round(used)}`;
}

console.log(`0 0`);
for await (const line of createInterface({ input: process.stdin })) {
  console.log(await run(Number(line)));
}
