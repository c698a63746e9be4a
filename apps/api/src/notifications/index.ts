export { ForgetMessages } from './forget-messages.ts';
export { notificationsCommands } from './notifications.commands.ts';
export { NotificationsModule } from './notifications.module.ts';
export { Notifications } from './notifications.ts';
export { SendMessages } from './send-messages.ts';
export { TellApplicant } from './tell-applicant.ts';
export { TellBuyer } from './tell-buyer.ts';
export { TellProducer } from './tell-producer.ts';
