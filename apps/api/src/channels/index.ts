export { ChannelsModule } from './channels.module.ts';
export { Channels } from './channels.ts';
