// Nothing is hydrated: no page asks for this file. The framework builds it anyway.
export {};
