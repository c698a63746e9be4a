import { communePage, homePage, type InputOf, listingPage, producerPage } from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { Input, Serves } from '../platform/serves.ts';
import { ShopPages } from './shop.pages.ts';

@Controller()
export class ShopPagesController {
  constructor(private readonly pages: ShopPages) {}

  @Serves(homePage)
  home() {
    return this.pages.home();
  }

  @Serves(communePage)
  commune(@Input() { params }: InputOf<typeof communePage>) {
    return this.pages.commune(params.code);
  }

  @Serves(producerPage)
  producer(@Input() { params }: InputOf<typeof producerPage>) {
    return this.pages.producer(params.id);
  }

  @Serves(listingPage)
  listing(@Input() { params }: InputOf<typeof listingPage>) {
    return this.pages.listing(params.slug);
  }
}
