import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A province or commune from one day (`validFrom`) up to, not including, another; `null` while it exists. */
@Entity({ schema: 'communes', name: 'admin_unit' })
export class AdminUnit {
  @PrimaryColumn('text') code: string;
  @Column('text') level: 'province' | 'commune';
  @Column('text') type: 'tinh' | 'thanh-pho' | 'xa' | 'phuong' | 'dac-khu';
  /** Without its type: "Phúc Hòa". */
  @Column('text') name: string;
  /** As in an address: "Xã Phúc Hòa". */
  @Column('text', { name: 'full_name' }) fullName: string;
  /** `nameKey(fullName)`: what searches compare. */
  @Column('text') folded: string;
  @Column('text') slug: string;
  /** A commune's province. */
  @Column('text', { name: 'parent_code', nullable: true }) parentCode: string | null;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('text', { name: 'legal_ref' }) legalRef: string;
  /** Other codes in use for the same unit. */
  @Column('text', { name: 'alt_codes', array: true }) altCodes: string[];
}

/** A commune before 1 July 2025 and one commune that it became; `partial` when others got a part of it too. */
@Entity({ schema: 'communes', name: 'former_unit' })
export class FormerUnitRow {
  /** Null for units abolished before the code list of 2025. */
  @Column('text', { name: 'old_code', nullable: true }) oldCode: string | null;
  @PrimaryColumn('text', { name: 'old_name' }) oldName: string;
  @PrimaryColumn('text', { name: 'old_district' }) oldDistrict: string;
  @PrimaryColumn('text', { name: 'old_province' }) oldProvince: string;
  @PrimaryColumn('text', { name: 'new_code' }) newCode: string;
  @Column('boolean') partial: boolean;
  @Column('text') folded: string;
  @Column('text', { name: 'folded_district' }) foldedDistrict: string;
  @Column('text', { name: 'folded_province' }) foldedProvince: string;
}
