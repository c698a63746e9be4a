import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

interface Photograph {
  width?: number;
  height?: number;
  shade?: number;
  gps?: boolean;
  format?: 'jpeg' | 'png' | 'webp';
}

/** A picture of one colour; with `gps`, it says where it was taken, and lies on its side. */
export const photograph = ({
  width = 640,
  height = 480,
  shade = 120,
  gps = false,
  format = 'jpeg',
}: Photograph = {}): Promise<Buffer> => {
  const plain = sharp({ create: { width, height, channels: 3, background: { r: shade, g: 90, b: 60 } } });
  const taken = gps
    ? plain.withMetadata({ orientation: 6 }).withExifMerge({
        IFD0: { Make: 'CameraOfTheFarm' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '21/1 22/1 30/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '106/1 10/1 5/1',
        },
      })
    : plain;
  return taken.toFormat(format).toBuffer();
};

/** The head of a PNG that says it is this large, with nothing behind it that could be decoded. */
export const pngThatClaims = (width: number, height: number): Buffer => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    mark,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const crc = (bytes: Buffer): number => {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
};

/** A PDF of so many pages; `more` are further objects as they stand, `packed` go into a compressed object stream. */
export const pdf = ({ pages = 1, more = '', packed = '' } = {}): Buffer => {
  const kids = Array.from({ length: pages }, (_, at) => `${at + 10} 0 R`).join(' ');
  const objects = [
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    `2 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages} >>\nendobj\n`,
    ...Array.from({ length: pages }, (_, at) => `${at + 10} 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n`),
    more,
  ];
  const parts = [Buffer.from(`%PDF-1.7\n${objects.join('')}`, 'latin1')];
  if (packed) {
    const data = deflateSync(Buffer.from(packed, 'latin1'));
    parts.push(
      Buffer.from(`5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${data.length} >>\nstream\n`),
      data,
      Buffer.from('\nendstream\nendobj\n'),
    );
  }
  parts.push(Buffer.from('xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n'));
  return Buffer.concat(parts);
};
