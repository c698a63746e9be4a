import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv, type ExportedListing } from './csv.rules.ts';

const listing = (given: Partial<ExportedListing> = {}): ExportedListing => ({
  id: '0197a000-0000-7000-8000-000000000001',
  name: 'Vải thiều sấy',
  price: 95_000,
  unit: 'goi',
  available: 12_500,
  minimum: 1_000,
  increment: 500,
  storage: 'chilled',
  producer: 'Hộ bà Mận',
  commune: 'Phúc Hòa',
  province: 'Bắc Ninh',
  picture: null,
  page: 'https://chophien.vn/san-pham/vai-thieu-say-0a1b2c3d',
  ...given,
});

/** Reads it back as RFC 4180 says, apart from the writer. */
const read = (text: string): string[][] => {
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 1; // after the mark
  while (at < text.length) {
    let value = '';
    if (text[at] === '"') {
      for (at += 1; !(text[at] === '"' && text[at + 1] !== '"'); at += 1) {
        value += text[at];
        if (text[at] === '"') at += 1;
      }
      at += 1;
    } else while (text[at] !== ',' && text[at] !== '\r') value += text[at++];
    line.push(value);
    if (text[at] === ',') at += 1;
    else {
      expect(text.slice(at, at + 2)).toBe('\r\n');
      at += 2;
      lines.push(line);
      line = [];
    }
  }
  return lines;
};

describe('a file for another platform', () => {
  test('opens in a spreadsheet with its accents, and its numbers are numbers', () => {
    const text = csv([listing()]);
    expect(text.startsWith('\uFEFFMã sản phẩm,Tên sản phẩm,Giá (đồng),')).toBe(true);
    expect(text.split('\r\n')[1]).toBe(
      '0197a000-0000-7000-8000-000000000001,Vải thiều sấy,95000,gói,12.5,1,0.5,Lạnh,Hộ bà Mận,Phúc Hòa,Bắc Ninh,,https://chophien.vn/san-pham/vai-thieu-say-0a1b2c3d',
    );
  });

  test.each(['=HYPERLINK("http://x")', '+84912', '-1+1', '@SUM(A1)', '\tvải', '\rvải'])(
    'cannot be made to calculate: %j stays words',
    (name) => {
      const [, row] = read(csv([listing({ name })]));
      expect(row?.[1]).toBe(`'${name}`);
    },
  );

  test('says every name as it is, whatever signs it has', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), (names) => {
        const lines = read(csv(names.map((name) => listing({ name, producer: name }))));
        expect(lines).toHaveLength(names.length + 1);
        for (const [index, name] of names.entries()) {
          const expected = /^[=+\-@\t\r]/.test(name) ? `'${name}` : name;
          expect([lines[index + 1]?.[1], lines[index + 1]?.[8]]).toEqual([expected, expected]);
        }
      }),
    );
  });
});
