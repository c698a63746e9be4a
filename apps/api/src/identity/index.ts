export { commands as identityCommands } from './commands.ts';
export { CreateOfficial, type NewOfficial } from './create-official.ts';
export { ForgetSignIns } from './forget-sign-ins.ts';
export { GrantProducer } from './grant-producer.ts';
export { Identity } from './identity.ts';
export { IdentityModule, identityEntities } from './identity.module.ts';
export { RegisterPerson } from './register-person.ts';
