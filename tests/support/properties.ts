import fc from 'fast-check';

// `npm run props`: the same properties, tried as often as FC_RUNS says.
fc.configureGlobal({ numRuns: Number(process.env.FC_RUNS) });
