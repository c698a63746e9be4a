export { commands as identityCommands } from './commands.ts';
export { CreateOfficial, type NewOfficial } from './create-official.ts';
export { EndDelegation } from './end-delegation.ts';
export { EnterProducer, type NewProducer } from './enter-producer.ts';
export { ForgetSignIns } from './forget-sign-ins.ts';
export { GiveDelegation, type NewDelegation } from './give-delegation.ts';
export { type Contact, type Holder, Identity, type ProducerRecord } from './identity.ts';
export { IdentityModule, identityEntities } from './identity.module.ts';
export { RegisterPerson } from './register-person.ts';
