#!/usr/bin/env node
// Removes each security check in turn and shows which test turns red. A check whose removal leaves every test green is not
// tested, and ends the run with exit code 1. The list is remove-each-check.json beside this file:
//   check   what is removed, in words            file    where it stands
//   find    the exact source text (once)         replace what stands there instead
//   module  the Maven module whose tests run     test    the test class (or Class#method) expected to turn red
//
// Maven builds the copy once and runs every listed unit test there: they must be green before anything is removed. After that a unit
// entry costs one javac of one module and one JVM, on the classpath that Maven's report of that test names. Entries whose test needs
// the running server (XFlowTest, XProcessTest) go through Maven, because the server runs the packaged modules.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const usage = `Usage: node it-tests/remove-each-check.mjs [--help] [--list] [--only PATTERN] [--unit | --flow] [--keep]

Works on a copy (git worktree of HEAD) in the temporary folder; the checkout is not touched. Commit first. Needs what \`mvn verify\`
downloads: run that once before. Exit code 0: each removal turned a test red; 1: one did not, or an entry of the list is wrong.
  --list          print the checks and stop
  --only PATTERN  only the checks whose words, file or test match the regular expression
  --unit          only the checks that a unit test holds
  --flow          only the checks that need a running server or worker
  --keep          keep the copy
On 2 cores: 3 minutes to build the copy and see its tests green, then 5 to 9 seconds for a check with a unit test: 22 minutes for all
133 beside other work. One that needs a running server or worker builds the packaged modules first: some minutes each.`;

const MINUTES = 60_000;
const args = process.argv.slice(2);
if (args.includes("--help")) {
  console.log(usage);
  process.exit(0);
}
const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const checks = JSON.parse(readFileSync(join(root, "it-tests/remove-each-check.json"), "utf8")).filter(isWanted);
if (args.includes("--list")) {
  checks.forEach((c) => console.log(`${c.check}\t${c.file}\t${c.test}`));
  process.exit(0);
}

const work = mkdtempSync(join(tmpdir(), "remove-each-check-"));
const copy = join(work, "copy");
let held = 0;
try {
  run("git", ["worktree", "add", "--detach", copy, "HEAD"], root);
  requireGreenBefore(checks.filter((c) => !isFlow(c)));
  for (const check of checks) {
    const verdict = removeAndTest(check);
    console.log(`${check.check} → ${verdict.text}`);
    held += verdict.held ? 1 : 0;
  }
} catch (problem) {
  console.error(problem.message);
} finally {
  if (!args.includes("--keep")) {
    run("git", ["worktree", "remove", "--force", copy], root);
    rmSync(work, { recursive: true, force: true });
  }
}
console.log(`${held} of ${checks.length} checks are held by a test`);
process.exit(held === checks.length ? 0 : 1);

function isWanted(check) {
  const pattern = new RegExp(args.includes("--only") ? args[args.indexOf("--only") + 1] : "");
  const kind = isFlow(check) ? "--unit" : "--flow";
  return !args.includes(kind) && [check.check, check.file, check.test].some((s) => pattern.test(s));
}

function isFlow(check) {
  return /(Flow|Browser|Process)Test/.test(check.test);
}

/** What the running server needs beside what the tests' module depends on: it is started as processes. */
function withProcesses(module) {
  return module.startsWith("it-tests/") ? [module, "providers/face-evidence/worker", "it-tests/demo-isp"].join(",") : module;
}

/** One build for all: the listed unit tests, as they are. Their reports name the classpaths. */
function requireGreenBefore(units) {
  if (units.length === 0) return;
  const tests = [...new Set(units.map((c) => c.test))].join(",");
  const modules = [...new Set(units.map((c) => c.module))].join(",");
  // "package", since the harness copies the packaged providers.
  const build = maven(["package", `-Dtest=${tests}`, "-pl", modules, "-am", "-Dsurefire.failIfNoSpecifiedTests=false"]);
  if (build.status !== 0) throw new Error(`Before anything is removed, the tests are not green:\n${build.stdout.slice(-4000)}`);
}

function removeAndTest(check) {
  const file = join(copy, check.file);
  const source = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (source.split(check.find).length !== 2) return wrong(`not found exactly once in ${check.file}`);
  writeFileSync(file, source.replace(check.find, () => check.replace));
  try {
    return isFlow(check) ? withServer(check) : withoutServer(check);
  } finally {
    writeFileSync(file, source);
  }
}

function withoutServer(check) {
  const report = reportOf(check);
  if (report === undefined) return wrong(`no report of ${check.test} in ${check.module}`);
  const module = check.file.slice(0, check.file.indexOf("/src/main/"));
  const classes = join(copy, module, "target/classes");
  const path = property(report, "surefire.test.class.path").split(delimiter);
  if (!path.includes(classes)) return wrong(`${check.test} does not use the classes of ${module}`);
  const overlay = join(work, "classes");
  rmSync(overlay, { recursive: true, force: true });
  cpSync(classes, overlay, { recursive: true });
  const compiled = remake(check, module, overlay, path);
  return compiled === "" ? judge(runTests(check, report, path.map((p) => (p === classes ? overlay : p)))) : wrong(compiled);
}

/** The whole module: constants of the changed class stand in other classes too. Returns the compiler's words, if it refused. */
function remake(check, module, overlay, path) {
  const sources = join(copy, module, "src/main/java");
  if (!check.file.endsWith(".java")) {
    cpSync(join(copy, check.file), join(overlay, relative(join(copy, module, "src/main/resources"), join(copy, check.file))));
    return "";
  }
  const files = readdirSync(sources, { recursive: true }).filter((f) => f.endsWith(".java") && !f.endsWith("module-info.java"));
  const options = ["--release", "17", "-proc:none", "-nowarn", "-parameters", "-encoding", "UTF-8", "-cp", path.join(delimiter), "-d", overlay];
  const javac = spawnSync("javac", [...options, ...files.map((f) => join(sources, f))], { encoding: "utf8", maxBuffer: 1 << 26 });
  return javac.status === 0 ? "" : `does not compile: ${javac.stderr.split("\n").find((line) => line.includes("error:"))}`;
}

function runTests(check, report, path) {
  const manager = property(report, "java.util.logging.manager");
  const java = ["-Xmx1g", "-cp", [...path, launcherFor(path)].join(delimiter), ...(manager ? [`-Djava.util.logging.manager=${manager}`] : [])];
  const test = fullName(check, report);
  const out = join(work, "red.txt");
  rmSync(out, { force: true });
  // As identity-vault's pom.xml sets it: where the tests' SoftHSM finds its tokens.
  const env = { ...process.env, SOFTHSM2_CONF: join(copy, check.module, "target/softhsm/softhsm2.conf") };
  const options = { cwd: join(copy, check.module), env, encoding: "utf8", maxBuffer: 1 << 26, timeout: 5 * MINUTES };
  spawnSync("java", [...java, join(copy, "it-tests/RedTests.java"), out, test], options);
  return existsSync(out) ? readFileSync(out, "utf8").split("\n").filter(Boolean) : undefined;
}

/** First line: how many tests ran; then the red ones. */
function judge(lines) {
  if (lines === undefined) return wrong("the tests did not end");
  if (lines[0] === "0") return wrong("no test ran");
  const red = lines.slice(1);
  const more = red.length > 3 ? [...red.slice(0, 3), `and ${red.length - 3} more`] : red;
  return red.length > 0 ? { held: true, text: more.join(", ") } : { held: false, text: `STILL GREEN (${lines[0]} tests)` };
}

function withServer(check) {
  rmSync(reportFolder(check, "failsafe-reports"), { recursive: true, force: true });
  const goals = ["verify", `-Dit.test=${check.test}`, "-Dtest=NoUnitTest", "-Dsurefire.failIfNoSpecifiedTests=false"];
  const build = maven([...goals, "-Dfailsafe.failIfNoSpecifiedTests=false", "-pl", withProcesses(check.module), "-am", "-Dspotless.check.skip"]);
  const reports = reportsIn(reportFolder(check, "failsafe-reports"));
  if (reports.length === 0) return wrong(`no test ran: ${build.stdout.split("\n").find((l) => l.includes("ERROR")) ?? ""}`);
  return judge([String(reports.length), ...reports.flatMap(failedIn)]);
}

function failedIn(report) {
  return [...report.matchAll(/<testcase ([^>]*[^/])>\s*<(?:failure|error)/g)].map(([, attributes]) => {
    const test = / ?name="([^"]*)"/.exec(attributes)[1];
    return `${/classname="[^"]*?(\w+)"/.exec(attributes)[1]}.${test}`;
  });
}

function maven(goals) {
  return spawnSync("mvn", ["--batch-mode", "--offline", "--quiet", ...goals], { cwd: copy, encoding: "utf8", maxBuffer: 1 << 28 });
}

/** The launcher of the JUnit that the module uses; Maven's surefire has fetched it. */
function launcherFor(path) {
  const engine = path.find((p) => /junit-platform-engine-[^/]*\.jar$/.test(p));
  return engine.replaceAll("junit-platform-engine", "junit-platform-launcher");
}

function reportOf(check) {
  return reportsIn(reportFolder(check, "surefire-reports")).find((r) => fullName(check, r) !== undefined);
}

function reportsIn(folder) {
  const names = existsSync(folder) ? readdirSync(folder).filter((n) => n.startsWith("TEST-") && n.endsWith(".xml")) : [];
  return names.map((n) => readFileSync(join(folder, n), "utf8"));
}

function reportFolder(check, name) {
  return join(copy, check.module, "target", name);
}

function className(check) {
  return check.test.split("#")[0];
}

/** The test as JUnit selects it, with its package; undefined if the report is of another class. */
function fullName(check, report) {
  const suite = /<testsuite [^>]*\bname="([^"]*)"/.exec(report)[1];
  return suite.endsWith(`.${className(check)}`) ? suite + check.test.slice(className(check).length) : undefined;
}

function property(report, name) {
  return new RegExp(`<property name="${name.replaceAll(".", "\\.")}" value="([^"]*)"`).exec(report)?.[1] ?? "";
}

function wrong(text) {
  return { held: false, text: `ERROR: ${text}` };
}

function run(command, words, cwd) {
  const done = spawnSync(command, words, { cwd, encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${command} ${words.join(" ")}: ${done.stderr}`);
}
