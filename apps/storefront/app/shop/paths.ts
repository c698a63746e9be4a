/** The one address of each page people read and hand on. */
export const listingPath = ({ slug }: { slug: string }): string => `/san-pham/${slug}`;
export const stallPath = ({ slug }: { slug: string }): string => `/nha-vuon/${slug}`;
export const communePath = ({ code, slug }: { code: string; slug: string }): string => `/xa/${code}/${slug}`;
export const provincePath = ({ code, slug }: { code: string; slug: string }): string => `/tinh/${code}/${slug}`;
export const categoryPath = ({ slug }: { slug: string }): string => `/danh-muc/${slug}`;
