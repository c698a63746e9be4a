import {
  getCommune,
  type InputOf,
  listCommunes,
  listProvinces,
  Problem,
  type ResultOf,
  searchCommunes,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { Input, Serves } from '../platform/serves.ts';
import { Communes } from './communes.ts';

@Controller()
export class CommunesController {
  constructor(private readonly communes: Communes) {}

  @Serves(searchCommunes)
  async searchCommunes(@Input() { query }: InputOf<typeof searchCommunes>): Promise<ResultOf<typeof searchCommunes>> {
    const units = await this.communes.units();
    return { items: units.search(query.q, query.limit, query.province) };
  }

  @Serves(getCommune)
  async getCommune(@Input() { params }: InputOf<typeof getCommune>): Promise<ResultOf<typeof getCommune>> {
    const units = await this.communes.units();
    const commune = units.get(params.code);
    if (!commune) throw new Problem('communes.unknown', { code: params.code });
    return { ...commune, formerUnits: units.formerOf(commune.code) };
  }

  @Serves(listProvinces)
  async listProvinces(): Promise<ResultOf<typeof listProvinces>> {
    return { items: (await this.communes.units()).provinces };
  }

  @Serves(listCommunes)
  async listCommunes(@Input() { params }: InputOf<typeof listCommunes>): Promise<ResultOf<typeof listCommunes>> {
    const items = (await this.communes.units()).inProvince(params.code);
    if (items.length === 0) throw new Problem('communes.unknown', { code: params.code });
    return { items: [...items] };
  }
}
