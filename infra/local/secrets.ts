import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from './fault.mjs';

const hex = (bytes: number) => (): string => randomBytes(bytes).toString('hex');

const makers = {
  POSTGRES_PASSWORD: hex(24),
  DATABASE_PASSWORD: hex(24),
  SECRET: hex(32),
  SITE_KEY: hex(32),
  VNPAY_TMN_CODE: () => 'CHOPHIEN',
  VNPAY_HASH_SECRET: hex(32),
  ESMS_API_KEY: hex(16),
  ESMS_SECRET_KEY: hex(16),
  ZALO_ACCESS_TOKEN: hex(32),
  SEPAY_WEBHOOK_SECRET: hex(32),
  SEPAY_API_TOKEN: hex(32),
  PAYOS_CLIENT_ID: hex(16),
  PAYOS_API_KEY: hex(32),
  PAYOS_CHECKSUM_KEY: hex(32),
  BUCKET_ACCESS_KEY: hex(16),
  BUCKET_SECRET_KEY: hex(32),
};

export type Secrets = Record<keyof typeof makers, string>;

/** The secrets of this data directory, made on first use; the file is readable by its owner alone. */
export const secretsOf = (dataDir: string): Secrets => {
  const file = join(dataDir, 'secrets.json');
  const known = existsSync(file) ? parse(file) : {};
  const secrets = {} as Secrets;
  for (const [name, make] of Object.entries(makers)) {
    secrets[name as keyof Secrets] = known[name as keyof Secrets] ?? make();
  }
  if (Object.keys(makers).some((name) => !(name in known))) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, file);
  }
  chmodSync(file, 0o600);
  return secrets;
};

const parse = (file: string): Partial<Secrets> => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) throw error;
    throw new Fault(`Tệp ${file} hỏng; chạy npm start -- --reset để làm lại từ đầu.`);
  }
};
