export { IndexListing } from './index-listing.ts';
export { searchCommands } from './search.commands.ts';
export { SearchModule } from './search.module.ts';
