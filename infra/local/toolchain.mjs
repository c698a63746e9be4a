// Runs on the machine's own Node (20 or newer) with nothing installed: no packages, no TypeScript here.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault, sentence } from './fault.mjs';
import { alone } from './alone.mjs';

/**
 * Makes the pinned pnpm, the pinned Node and every package ready, and says what to put in the environment so that they
 * are the ones found. Takes milliseconds when this lockfile and these manifests are installed already.
 * @param {string} root the checkout
 * @param {(line: string) => void} say told before anything slow
 * @returns {Promise<{ env: NodeJS.ProcessEnv, node: string }>}
 */
export const toolchain = async (root, say) => {
  const bin = join(root, 'node_modules', '.bin');
  const stampFile = join(root, 'node_modules', '.cho-phien.json');
  const wanted = fingerprint(root);
  let pnpm = installed(stampFile, wanted, bin);
  if (!pnpm) {
    supported();
    writable(join(root, 'node_modules'));
    pnpm = await alone(join(root, 'node_modules', '.cho-phien.lock'), async () => {
      const byAnother = installed(stampFile, wanted, bin);
      if (byAnother) return byAnother;
      say('Đang cài bộ công cụ và các gói (lần đầu có thể mất vài phút) …');
      const found = await findPnpm(root);
      await install(root, found);
      writeFileSync(stampFile, JSON.stringify({ wanted, pnpm: found }));
      return found;
    });
  }
  const path = [dirname(pnpm), bin, machinePath()].join(':');
  return { env: { ...process.env, ...quiet, PATH: path }, node: join(bin, 'node') };
};

const quiet = {
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  npm_config_update_notifier: 'false',
  npm_config_fund: 'false',
  npm_config_audit: 'false',
  npm_config_fetch_retry_mintimeout: '2000',
};

const supported = () => {
  const { platform, arch, versions } = process;
  const major = Number(versions.node.split('.')[0]);
  const { header } = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  if (platform !== 'linux' || !['x64', 'arm64'].includes(arch) || !header.glibcVersionRuntime) {
    throw new Fault(`Chưa chạy được trên ${platform} ${arch}: cần Linux (glibc) x64 hoặc arm64.`);
  }
  if (major < 20) throw new Fault(`Node ${versions.node} quá cũ: cần Node 20 trở lên để bắt đầu.`);
};

/** What the installed packages depend on: the lockfile and every manifest. */
const fingerprint = (/** @type {string} */ root) => {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  const manifests = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name, 'package.json')),
  );
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests.sort()]) {
    if (existsSync(join(root, file))) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
};

/** Where pnpm is, if exactly this was installed and both pnpm and Node are still there. */
const installed = (/** @type {string} */ stampFile, /** @type {string} */ wanted, /** @type {string} */ bin) => {
  try {
    const stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
    if (stamp.wanted === wanted && existsSync(stamp.pnpm) && existsSync(join(bin, 'node'))) return String(stamp.pnpm);
  } catch {
    // No stamp, or one cut short by a kill: install again.
  }
  return undefined;
};

const writable = (/** @type {string} */ folder) => {
  try {
    mkdirSync(folder, { recursive: true });
    const probe = join(folder, `.write-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new Fault(sentence(error, folder));
  }
};

/** PATH without any node_modules/.bin: npm puts ours first, and our Node would not see the machine's npm settings. */
const machinePath = () =>
  (process.env.PATH ?? '')
    .split(':')
    .filter((folder) => !/\/node_modules\/\.bin\/?$|\/node-gyp-bin\/?$/.test(folder))
    .join(':');

const findPnpm = async (/** @type {string} */ root) => {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { code, output } = await run('npx', ['--yes', `--package=${packageManager}`, '-c', 'command -v pnpm'], {
    cwd: root,
    env: { ...process.env, ...quiet, PATH: machinePath() },
  });
  const path = output.trim().split('\n').pop() ?? '';
  if (code !== 0 || !existsSync(path)) throw new Fault(whyNot(output, `Không lấy được ${packageManager} qua npx`));
  return path;
};

const install = async (/** @type {string} */ root, /** @type {string} */ pnpm) => {
  const log = join(root, 'node_modules', '.cho-phien-install.log');
  const { code, output } = await run(pnpm, ['install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: root,
    // CI: never ask a question on a terminal nobody watches.
    env: { ...process.env, ...quiet, CI: 'true', PATH: `${dirname(pnpm)}:${machinePath()}` },
    log,
  });
  if (code === 0) return;
  process.stderr.write(`${output.trim().split('\n').slice(-25).join('\n')}\n`);
  throw new Fault(whyNot(output, 'pnpm install không xong; chi tiết ở trên'));
};

const whyNot = (/** @type {string} */ output, /** @type {string} */ otherwise) => {
  if (/ENOSPC|No space left/i.test(output)) return sentence({ code: 'ENOSPC' });
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network|socket hang up/i.test(
      output,
    )
  ) {
    return 'Không tới được npm registry; hãy kiểm tra mạng, proxy hoặc cấu hình registry của npm rồi chạy lại.';
  }
  if (/CERT|certificate|UNABLE_TO_VERIFY/i.test(output)) {
    return 'npm registry trả chứng chỉ (certificate) không tin được; hãy đặt NODE_EXTRA_CA_CERTS rồi chạy lại.';
  }
  if (/OUTDATED_LOCKFILE/.test(output)) {
    return 'pnpm-lock.yaml không khớp các package.json; người vừa đổi package.json hãy chạy pnpm install và nộp cả lockfile.';
  }
  const denied = /(?:EACCES|EPERM|EROFS|Permission denied)[^\n]*/i.exec(output);
  if (denied) return `Không có quyền ghi (permission): ${denied[0].slice(0, 160)}`;
  return `${otherwise}.`;
};

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, log?: string }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
const run = (command, args, { cwd, env, log }) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const file = log ? openSync(log, 'w') : undefined;
    let output = '';
    const hear = (/** @type {Buffer} */ chunk) => {
      output += chunk;
      if (file !== undefined) writeFileSync(file, chunk);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const end = (/** @type {number} */ code) => {
      if (file !== undefined) closeSync(file);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
