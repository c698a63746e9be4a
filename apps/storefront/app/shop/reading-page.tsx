import { Page } from '@chophien/ui';
import type { ReactNode } from 'react';
import { JsonLd } from './json-ld.tsx';
import { ReadingHelp } from './reading-help.tsx';

export interface SharedPicture {
  /** Relative to the site; at least 600 × 315, so that Zalo and Facebook show it large. */
  path: string;
  width: number;
  height: number;
  alt: string;
}

interface Props {
  /** `https://cho.example`: addresses that leave the site are whole. */
  origin: string;
  /** The page's one address, with what makes it another page (`?trang=2`). */
  path: string;
  title: string;
  description: string;
  type?: 'website' | 'product' | 'profile';
  picture?: SharedPicture | undefined;
  /** What the page says, in the words of schema.org. */
  graph?: readonly object[];
  /** One of many ways to look at the same shelf: search engines follow its links and keep the shelf itself. */
  aside?: boolean;
  refused?: boolean;
  children: ReactNode;
}

/** A page people read and hand on: its one address, and what Zalo, Facebook and search engines show of it. */
export const ReadingPage = (props: Props) => {
  const { origin, path, title, description, type = 'website', picture, graph, aside, refused, children } = props;
  return (
    <Page title={title} description={description} refused={refused ?? false}>
      <link rel="canonical" href={origin + path} />
      {aside && <meta name="robots" content="noindex, follow" />}
      <meta property="og:site_name" content="Chợ Phiên" />
      <meta property="og:locale" content="vi_VN" />
      <meta property="og:type" content={type} />
      <meta property="og:url" content={origin + path} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      {picture && <PictureMeta origin={origin} picture={picture} />}
      <meta name="twitter:card" content={picture ? 'summary_large_image' : 'summary'} />
      {graph && <JsonLd graph={graph} />}
      {children}
      <ReadingHelp />
    </Page>
  );
};

const PictureMeta = ({ origin, picture }: { origin: string; picture: SharedPicture }) => (
  <>
    <meta property="og:image" content={origin + picture.path} />
    <meta property="og:image:width" content={String(picture.width)} />
    <meta property="og:image:height" content={String(picture.height)} />
    <meta property="og:image:alt" content={picture.alt} />
  </>
);
