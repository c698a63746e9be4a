export { commands as identityCommands } from './commands.ts';
export { CreateOfficial, type NewOfficial, type OfficialKeys } from './create-official.ts';
export { ForgetSignIns } from './forget-sign-ins.ts';
export { GrantProducer } from './grant-producer.ts';
export { type Contact, type Holder, Identity } from './identity.ts';
export { IdentityModule } from './identity.module.ts';
export { RegisterPerson } from './register-person.ts';
