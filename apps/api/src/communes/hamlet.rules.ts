import { fold, slug } from '@chophien/kernel';

/** What hamlets are called besides their name; written in front, often shortened. */
const kinds =
  /^(thon|ap|ban|xom|lang|buon|bon|plei|soc|khom|khu pho|khu dan cu|khu|to dan pho|tdp|to|doi|cum|th|t|a|x|kp)(?:\.\s*|\s+)(?=\S)/;

/** By what two writings of one hamlet meet: `Thôn Quất Du 1`, `T. Quất Du 01` and `quất du 1` are one. */
export const hamletKey = (name: string): string => {
  const plain = fold(name)
    .replace(/[^a-z0-9.]+/g, ' ')
    .trim();
  const bare = plain.replace(kinds, '');
  return (/[a-z0-9]/.test(bare) ? bare : plain)
    .replaceAll('.', ' ')
    .replace(/\b0+(?=\d)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
};

/** The same of a former commune: `Xã Hợp Đức` and `hợp đức` are one; none is the empty text. */
export const formerKey = (former: string | null | undefined): string =>
  fold(former ?? '')
    .replace(/^(xa|phuong|thi tran|tt|x|p)[.\s]+(?=\S)/, '')
    .trim();

/** A name for its address; the former commune joins it when the plain one is taken. */
export const hamletSlug = (name: string, former?: string | null): string =>
  slug(former ? `${name} ${former}` : name) || 'thon';
