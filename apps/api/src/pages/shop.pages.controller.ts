import {
  communePage,
  gonePage,
  homePage,
  type InputOf,
  listingPage,
  producerPage,
  provincePage,
  sitemapFiles,
  sitemapPart,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { Input, Serves } from '../platform/serves.ts';
import { ShopPages } from './shop.pages.ts';
import { SitemapPages } from './sitemap.pages.ts';

@Controller()
export class ShopPagesController {
  constructor(
    private readonly pages: ShopPages,
    private readonly sitemap: SitemapPages,
  ) {}

  @Serves(homePage)
  home() {
    return this.pages.home();
  }

  @Serves(provincePage)
  province(@Input() { params }: InputOf<typeof provincePage>) {
    return this.pages.province(params.code);
  }

  @Serves(communePage)
  commune(@Input() { params }: InputOf<typeof communePage>) {
    return this.pages.commune(params.code);
  }

  @Serves(producerPage)
  producer(@Input() { params }: InputOf<typeof producerPage>) {
    return this.pages.producer(params.slug);
  }

  @Serves(listingPage)
  listing(@Input() { params }: InputOf<typeof listingPage>) {
    return this.pages.listing(params.slug);
  }

  @Serves(gonePage)
  gone(@Input() { params }: InputOf<typeof gonePage>) {
    return this.pages.gone(params.slug);
  }

  @Serves(sitemapFiles)
  sitemapFiles() {
    return this.sitemap.files();
  }

  @Serves(sitemapPart)
  sitemapPart(@Input() { params, query }: InputOf<typeof sitemapPart>) {
    return this.sitemap.part(params.kind, query.after, query.limit);
  }
}
