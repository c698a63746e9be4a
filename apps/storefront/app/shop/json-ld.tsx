/** Characters that could end the element or the script around it, in any reader: written as JSON's own escapes. */
const dangerous = /[<>&\u2028\u2029]/g;
const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** As it stands in a page: nothing a seller typed can end the element it stands in. */
export const jsonLd = (data: object): string => JSON.stringify(data).replace(dangerous, escaped);

/**
 * What the page says, for search engines (schema.org). It is data and never run: the content policy, which lets no inline script
 * run, does not concern it.
 */
export const JsonLd = ({ graph }: { graph: readonly object[] }) => (
  <script
    type="application/ld+json"
    dangerouslySetInnerHTML={{ __html: jsonLd({ '@context': 'https://schema.org', '@graph': graph }) }}
  />
);
