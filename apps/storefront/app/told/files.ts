import { sitemapFiles } from '@chophien/contracts';
import { remembered } from './sitemap.ts';

export const files = remembered((read) => read(sitemapFiles));
