export { assessmentCommands } from './assessment.commands.ts';
export { AssessmentModule } from './assessment.module.ts';
export { Assessment } from './assessment.ts';
export { CountListing } from './count-listing.ts';
export { CountPeople } from './count-people.ts';
export { CountProducer } from './count-producer.ts';
export { CountSale } from './count-sale.ts';
export { Declare } from './declare.ts';
