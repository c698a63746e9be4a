export { IndexListing } from './index-listing.ts';
export { RebuildIndex } from './rebuild-index.ts';
export { searchCommands } from './search.commands.ts';
export { SearchModule, searchEntities } from './search.module.ts';
