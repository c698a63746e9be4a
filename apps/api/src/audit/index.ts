export { Audit } from './audit.ts';
export { AuditModule } from './audit.module.ts';
