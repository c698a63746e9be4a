export { ApplySynonyms } from './apply-synonyms.ts';
export { CheckIndex } from './check-index.ts';
export { DrainIndex } from './drain-index.ts';
export { ForgetUnmet } from './forget-unmet.ts';
export { IndexListing } from './index-listing.ts';
export { searchCommands } from './search.commands.ts';
export { SearchModule } from './search.module.ts';
