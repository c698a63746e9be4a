// oxlint-disable-next-line import/default -- Vite gives the address of the built script as the default
import leave from './leave.ts?worker&url';

/** Takes away what a person kept on this phone when she signs out or somebody else signs in. */
export const LeavePhone = () => <script src={leave} defer />;
