// oxlint-disable-next-line import/default -- Vite gives the address of the built script as the default
import help from '../enhance/read.ts?worker&url';

/** The small script of reading pages: each is complete without it. */
export const ReadingHelp = () => <script src={help} defer />;
