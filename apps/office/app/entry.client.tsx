/** Nothing is hydrated: no page asks for this file. The framework builds one anyway, so it is kept as small as it can be. */
export const hydrated = false;
