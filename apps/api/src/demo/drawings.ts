import sharp from 'sharp';

/**
 * Pictures for the demonstration: drawn, so that nobody takes them for photographs of somebody's goods.
 * The same subject and seed give the same picture.
 */

interface Subject {
  sky: string;
  ground: string;
  draw: (random: Random) => string;
}

type Random = () => number;

const width = 960;
const height = 720;

/** A small repeatable source of chance (mulberry32). */
const chance = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const between = (random: Random, low: number, high: number): number => low + random() * (high - low);

const leaf = (x: number, y: number, turn: number, size: number, colour = '#3d7a3a'): string =>
  `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})"><path d="M0 0C30 -34 96 -34 132 0C96 34 30 34 0 0Z" fill="${colour}"/><path d="M4 0H126" stroke="#2c5c2b" stroke-width="3"/></g>`;

const ball = (x: number, y: number, r: number, colour: string, shade: string): string =>
  `<g><circle cx="${x}" cy="${y}" r="${r}" fill="${shade}"/><circle cx="${x - r * 0.08}" cy="${y - r * 0.1}" r="${r * 0.9}" fill="${colour}"/><ellipse cx="${x - r * 0.35}" cy="${y - r * 0.42}" rx="${r * 0.2}" ry="${r * 0.13}" fill="#fff" opacity=".45"/></g>`;

/** Fruits heaped in rows, the front ones last. */
const heap = (random: Random, one: (x: number, y: number, r: number) => string, r: number, rows = 3): string => {
  const parts: string[] = [];
  for (let row = 0; row < rows; row++) {
    const count = 3 + row;
    for (let index = 0; index < count; index++) {
      const x = width / 2 + (index - (count - 1) / 2) * r * 1.75 + between(random, -r * 0.1, r * 0.1);
      parts.push(one(x, height * 0.42 + row * r * 1.15 + between(random, -6, 6), r * between(random, 0.93, 1.05)));
    }
  }
  return parts.join('');
};

const basket = `<g><path d="M150 520H810L740 676H220Z" fill="#b98546"/><path d="M150 520H810L800 548H160Z" fill="#9a6b33"/>${Array.from({ length: 11 }, (_, i) => `<path d="M${200 + i * 56} 550L${244 + i * 47} 674" stroke="#9a6b33" stroke-width="7"/>`).join('')}<path d="M176 590H784M198 636H762" stroke="#d5a565" stroke-width="8"/></g>`;

const round = (colour: string, shade: string, r = 78, sky = '#eaf3e3'): Subject => ({
  sky,
  ground: '#d9c7a2',
  draw: (random) =>
    leaf(250, 300, -35, 1.5) +
    leaf(700, 290, 215, 1.4) +
    heap(random, (x, y, size) => ball(x, y, size, colour, shade), r) +
    basket,
});

const bumpy = (x: number, y: number, r: number): string =>
  ball(x, y, r, '#c8323c', '#94202b') +
  Array.from(
    { length: 12 },
    (_, i) =>
      `<circle cx="${x + Math.cos(i * 2.4) * r * 0.16 * Math.sqrt(i + 1)}" cy="${y + Math.sin(i * 2.4) * r * 0.2 * Math.sqrt(i + 1)}" r="${r * 0.06}" fill="#e0646a"/>`,
  ).join('');

const oval = (colour: string, shade: string): Subject => ({
  sky: '#fdf3dc',
  ground: '#dfc79c',
  draw: (random) =>
    leaf(240, 290, -30, 1.6) +
    heap(
      random,
      (x, y, r) =>
        `<g transform="translate(${x} ${y}) rotate(${between(random, -35, 35)})"><ellipse rx="${r * 0.86}" ry="${r * 1.2}" fill="${shade}"/><ellipse cx="${-r * 0.07}" cy="${-r * 0.07}" rx="${r * 0.78}" ry="${r * 1.1}" fill="${colour}"/><ellipse cx="${-r * 0.3}" cy="${-r * 0.5}" rx="${r * 0.14}" ry="${r * 0.28}" fill="#fff" opacity=".4"/></g>`,
      84,
    ) +
    basket,
});

const greens: Subject = {
  sky: '#e6f2e6',
  ground: '#cbb98f',
  draw: (random) =>
    Array.from({ length: 9 }, (_, i) => {
      const x = 190 + i * 72;
      const tilt = (i - 4) * 7 + between(random, -5, 5);
      return `<g transform="translate(${x} 590) rotate(${tilt})"><path d="M-12 0C-16 -120 -8 -190 0 -240C10 -190 18 -120 12 0Z" fill="#dfe9c9"/><path d="M0 -150C-92 -190 -84 -330 0 -392C84 -330 92 -190 0 -150Z" fill="${i % 2 ? '#4f9a45' : '#3d8438'}"/><path d="M0 -150V-376M0 -210L-44 -262M0 -210L44 -262M0 -270L-36 -316M0 -270L36 -316" stroke="#cfe3b4" stroke-width="5" fill="none"/></g>`;
    }).join('') + `<path d="M170 540C320 590 640 590 790 540L776 600C640 646 320 646 184 600Z" fill="#c2562f"/>`,
};

const sack: Subject = {
  sky: '#f6efdd',
  ground: '#d8c49b',
  draw: (random) =>
    `<path d="M270 250C230 380 220 560 262 650H698C740 560 730 380 690 250Z" fill="#e6d3a8"/><path d="M270 250C360 290 600 290 690 250C660 214 300 214 270 250Z" fill="#fffaf0"/><path d="M300 400H660M290 470H670" stroke="#cdb681" stroke-width="6"/>` +
    Array.from(
      { length: 260 },
      () =>
        `<ellipse cx="${between(random, 292, 668)}" cy="${between(random, 224, 262)}" rx="7" ry="3.4" fill="#fff" stroke="#e4d9bd" transform="rotate(0)"/>`,
    ).join('') +
    `<g transform="translate(760 300)">${Array.from({ length: 14 }, (_, i) => `<ellipse cx="${-i * 4}" cy="${i * 24}" rx="9" ry="17" fill="#d9a72f" transform="rotate(${i % 2 ? 26 : -26} ${-i * 4} ${i * 24})"/>`).join('')}<path d="M0 -6C-20 120 -60 260 -96 372" stroke="#7d8a3a" stroke-width="6" fill="none"/></g>`,
};

const jars = (colour: string, shade: string): Subject => ({
  sky: '#fbf0d9',
  ground: '#c9a878',
  draw: () =>
    [280, 480, 680]
      .map(
        (x, i) =>
          `<g transform="translate(${x} ${i === 1 ? 330 : 370})"><rect x="-92" y="0" width="184" height="270" rx="34" fill="${shade}"/><rect x="-82" y="26" width="164" height="234" rx="26" fill="${colour}"/><rect x="-76" y="-46" width="152" height="56" rx="14" fill="#8a5a33"/><rect x="-62" y="92" width="124" height="104" rx="10" fill="#fff8ea"/><path d="M-40 126H40M-40 150H40M-40 172H14" stroke="#b68b52" stroke-width="7"/><path d="M-62 40V236" stroke="#fff" stroke-width="10" opacity=".35"/></g>`,
      )
      .join(''),
});

const eggs: Subject = {
  sky: '#f4ece0',
  ground: '#d2b88c',
  draw: (random) =>
    heap(
      random,
      (x, y, r) =>
        `<g transform="translate(${x} ${y}) rotate(${between(random, -20, 20)})"><path d="M0 ${-r * 1.15}C${r * 0.8} ${-r * 0.9} ${r} ${r * 0.8} 0 ${r * 0.86}C${-r} ${r * 0.8} ${-r * 0.8} ${-r * 0.9} 0 ${-r * 1.15}Z" fill="#e9c49c"/><ellipse cx="${-r * 0.3}" cy="${-r * 0.3}" rx="${r * 0.16}" ry="${r * 0.3}" fill="#fff" opacity=".5"/></g>`,
      76,
    ) + basket,
};

const fish: Subject = {
  sky: '#e1eef4',
  ground: '#b9d2dd',
  draw: () =>
    `<path d="M110 560C240 500 720 500 850 560L820 680H140Z" fill="#eef6fa"/>` +
    [0, 1, 2]
      .map(
        (i) =>
          `<g transform="translate(${470 + (i - 1) * 30} ${330 + i * 96})"><path d="M-290 0C-180 -104 60 -110 190 -22L300 -86L286 0L300 86L190 22C60 110 -180 104 -290 0Z" fill="${i % 2 ? '#7b97a6' : '#8fabb8'}"/><path d="M-250 16C-140 74 60 76 180 18C60 100 -170 96 -250 16Z" fill="#e6eef2"/><circle cx="-216" cy="-14" r="15" fill="#fff"/><circle cx="-214" cy="-14" r="8" fill="#22333b"/><path d="M-150 -56C-124 -20 -124 22 -150 58" stroke="#5f7b89" stroke-width="7" fill="none"/></g>`,
      )
      .join(''),
};

const meat: Subject = {
  sky: '#f5e6e2',
  ground: '#caa07f',
  draw: () =>
    `<rect x="150" y="380" width="660" height="270" rx="40" fill="#b07b4c"/><rect x="170" y="398" width="620" height="234" rx="30" fill="#c4925f"/>` +
    [0, 1, 2]
      .map(
        (i) =>
          `<g transform="translate(${300 + i * 180} ${400 + (i % 2) * 44})"><path d="M-96 40C-110 -60 -20 -120 60 -96C130 -74 130 40 84 92C20 150 -84 130 -96 40Z" fill="#c9545c"/><path d="M-80 36C-92 -44 -16 -96 54 -76C100 -60 106 6 84 60" stroke="#f6d6cf" stroke-width="20" fill="none"/><path d="M-30 30C0 0 40 0 56 30M-10 74C20 52 44 54 60 70" stroke="#e9a3a3" stroke-width="8" fill="none"/></g>`,
      )
      .join(''),
};

const roots: Subject = {
  sky: '#f1eadf',
  ground: '#b89b72',
  draw: (random) =>
    heap(
      random,
      (x, y, r) =>
        `<g transform="translate(${x} ${y}) rotate(${between(random, -60, 60)})"><path d="M${-r * 1.2} 0C${-r} ${-r * 0.7} ${r * 0.6} ${-r * 0.8} ${r * 1.2} 0C${r * 0.6} ${r * 0.7} ${-r} ${r * 0.6} ${-r * 1.2} 0Z" fill="#a9604a"/><path d="M${-r * 0.7} ${-r * 0.2}H${-r * 0.3}M${r * 0.1} ${r * 0.16}H${r * 0.5}" stroke="#7f4434" stroke-width="5"/></g>`,
      76,
    ) + basket,
};

const longFruit = (colour: string, shade: string): Subject => ({
  sky: '#e9f3e2',
  ground: '#d4c096',
  draw: (random) =>
    Array.from(
      { length: 7 },
      (_, i) =>
        `<g transform="translate(${220 + i * 88} ${430 + between(random, -30, 30)}) rotate(${between(random, -18, 18)})"><rect x="-38" y="-170" width="76" height="340" rx="38" fill="${shade}"/><rect x="-32" y="-164" width="58" height="322" rx="30" fill="${colour}"/><path d="M-14 -130V120" stroke="#fff" stroke-width="8" opacity=".3"/><path d="M0 -168V-196" stroke="#4c6b2f" stroke-width="12"/></g>`,
    ).join('') + basket,
});

const flowers: Subject = {
  sky: '#fdf0e6',
  ground: '#c7b48b',
  draw: (random) =>
    Array.from({ length: 9 }, (_, i) => {
      const x = 180 + i * 75;
      const y = 280 + between(random, -50, 60);
      return `<path d="M${x} ${y}C${x} ${y + 120} 480 520 480 660" stroke="#4b7c3a" stroke-width="8" fill="none"/>${Array.from({ length: 10 }, (_, p) => `<ellipse cx="${x}" cy="${y - 40}" rx="17" ry="42" fill="${i % 2 ? '#f2b632' : '#ee8d3b'}" transform="rotate(${p * 36} ${x} ${y})"/>`).join('')}<circle cx="${x}" cy="${y}" r="24" fill="#a65a22"/>`;
    }).join('') + `<path d="M400 560H560L536 690H424Z" fill="#b4573b"/>`,
};

const subjects: Record<string, Subject> = {
  lychee: {
    sky: '#f9e9e4',
    ground: '#dcc79f',
    draw: (random) => leaf(240, 290, -30, 1.7) + leaf(700, 280, 212, 1.6) + heap(random, bumpy, 76) + basket,
  },
  longan: round('#c99a55', '#976c33', 66, '#f6efe0'),
  mango: oval('#f6c243', '#d99a22'),
  papaya: oval('#f0a13c', '#c9792a'),
  avocado: oval('#6d8b3f', '#46602a'),
  banana: longFruit('#f4d24b', '#d3a92b'),
  pomelo: round('#c9d873', '#97ab45', 104),
  orange: round('#f29a38', '#cf7420', 82, '#fdf0dd'),
  lime: round('#8fc24b', '#5f9130', 62),
  guava: round('#b5d56a', '#86a947', 80),
  sapodilla: round('#a9764a', '#7c522f', 74, '#f4ebdf'),
  sugar_apple: round('#a8c776', '#7a9a4b', 82),
  dragon_fruit: oval('#e0447c', '#b02a5d'),
  pineapple: oval('#e7b33a', '#b98324'),
  tomato_ripe: round('#e2503c', '#b43426', 76),
  cucumber: longFruit('#5fa04a', '#3f7a32'),
  eggplant: longFruit('#6b4a8c', '#473063'),
  okra: longFruit('#7fae4f', '#557f33'),
  sweet_potato: roots,
  ginger: roots,
  asian_leafy: greens,
  water_spinach: greens,
  green_onion: greens,
  lettuce_leaf: greens,
  rice: sack,
  honey: jars('#e8a52b', '#b67415'),
  tea: jars('#7c9a52', '#566e37'),
  egg: eggs,
  fish_iced: fish,
  shrimp_iced: fish,
  chicken_chilled: meat,
  pork_chilled: meat,
  flower_cut: flowers,
};

/** A JPEG of 960 × 720 of the named subject; an unknown one is drawn as a basket of fruit. */
export const drawing = (subject: string, seed: number): Promise<Buffer> => {
  const { sky, ground, draw } = subjects[subject] ?? round('#d9a441', '#a87527');
  const random = chance(seed);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="${sky}"/></linearGradient></defs><rect width="${width}" height="${height}" fill="url(#sky)"/><path d="M0 560C240 520 720 520 960 560V720H0Z" fill="${ground}"/>${draw(random)}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 86, mozjpeg: true }).toBuffer();
};
