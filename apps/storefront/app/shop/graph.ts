import type { CertificateView, CommuneView, ListingDetail, ProducerKind } from '@chophien/contracts';
import { unitOf } from '@chophien/kernel';
import { certificateName } from '@chophien/ui';
import { listingPath, stallPath } from './paths.ts';

// The same facts the page shows, in the words of schema.org. Nothing is said here that a reader of the page does not see.

export interface Way {
  word: string;
  path: string;
}

/** Where the page stands, from the first page on. */
export const breadcrumbs = (origin: string, ways: readonly Way[]): object => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ word: 'Chợ Phiên', path: '/' }, ...ways].map(({ word, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: word,
    item: origin + path,
  })),
});

/** Who runs the site, and where on it one searches. */
export const site = (origin: string): object[] => [
  { '@type': 'Organization', '@id': `${origin}/#cho-phien`, name: 'Chợ Phiên', url: `${origin}/` },
  {
    '@type': 'WebSite',
    name: 'Chợ Phiên',
    url: `${origin}/`,
    inLanguage: 'vi',
    publisher: { '@id': `${origin}/#cho-phien` },
    potentialAction: {
      '@type': 'SearchAction',
      target: `${origin}/tim?q={search_term_string}`,
      'query-input': 'required name=search_term_string',
    },
  },
];

interface Stall {
  slug: string;
  name: string;
  kind: ProducerKind;
}

/** Who sells: its name and commune, never a house or a telephone. */
export const seller = (origin: string, stall: Stall, commune: CommuneView): object => ({
  '@type': 'Organization',
  '@id': `${origin}${stallPath(stall)}#gian-hang`,
  name: stall.name,
  url: origin + stallPath(stall),
  address: {
    '@type': 'PostalAddress',
    addressLocality: commune.fullName,
    addressRegion: commune.province.name,
    addressCountry: 'VN',
  },
});

const certification = (certificate: CertificateView): object => ({
  '@type': 'Certification',
  name: certificateName(certificate),
  certificationIdentification: certificate.number,
  issuedBy: { '@type': 'Organization', name: certificate.issuer },
  validFrom: certificate.issuedOn,
  ...(certificate.validTo ? { expires: certificate.validTo } : {}),
});

const availability = ({ kind, window, available, minimum, dates }: ListingDetail): string => {
  if (window === 'upcoming') return 'PreOrder';
  if (window === 'ended') return 'OutOfStock';
  const isThere = kind === 'service' ? dates.some(({ placesLeft }) => placesLeft > 0) : available >= minimum;
  return isThere ? 'InStock' : 'OutOfStock';
};

interface ProductProps {
  origin: string;
  listing: ListingDetail;
  commune: CommuneView;
  stall: Stall;
  category: string;
  pictures: readonly string[];
}

/** What is sold, by whom, at what price for what unit, and whether it can be had now. */
export const product = ({ origin, listing, commune, stall, category, pictures }: ProductProps): object => ({
  '@type': 'Product',
  '@id': `${origin}${listingPath(listing)}#mon-hang`,
  name: listing.name,
  description: listing.description || `${listing.name} của ${stall.name}, ${commune.fullName}.`,
  category,
  sku: listing.id,
  image: pictures.map((path) => origin + path),
  ...(listing.certificates.length > 0 ? { hasCertification: listing.certificates.map(certification) } : {}),
  countryOfOrigin: 'VN',
  offers: {
    '@type': 'Offer',
    url: origin + listingPath(listing),
    price: listing.price,
    priceCurrency: 'VND',
    availability: `https://schema.org/${availability(listing)}`,
    itemCondition: 'https://schema.org/NewCondition',
    ...(listing.sellFrom ? { availabilityStarts: listing.sellFrom } : {}),
    ...(listing.sellTo ? { availabilityEnds: listing.sellTo } : {}),
    priceSpecification: {
      '@type': 'UnitPriceSpecification',
      price: listing.price,
      priceCurrency: 'VND',
      unitCode: unitOf(listing.unit).rec20,
      referenceQuantity: { '@type': 'QuantitativeValue', value: 1, unitCode: unitOf(listing.unit).rec20 },
    },
    seller: seller(origin, stall, commune),
  },
});
