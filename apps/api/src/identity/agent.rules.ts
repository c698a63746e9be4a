const machines: readonly [RegExp, string][] = [
  [/iPhone/, 'Điện thoại iPhone'],
  [/iPad/, 'Máy tính bảng iPad'],
  [/Android.*(?:SM-|SAMSUNG|Samsung)/, 'Điện thoại Samsung'],
  [/Android.*(?:OPPO|CPH\d|PBEM|PCLM)/, 'Điện thoại OPPO'],
  [/Android.*(?:vivo|V\d{4}[A-Z]?\b)/, 'Điện thoại vivo'],
  [/Android.*(?:Redmi|Xiaomi|\bMi |POCO|M20\d\d|22\d{6})/, 'Điện thoại Xiaomi'],
  [/Android.*(?:RMX|realme)/, 'Điện thoại realme'],
  [/Android.*(?:Nokia|TA-\d)/, 'Điện thoại Nokia'],
  [/Android(?!.*Mobile)/, 'Máy tính bảng Android'],
  [/Android/, 'Điện thoại Android'],
  [/Windows/, 'Máy tính Windows'],
  [/Macintosh/, 'Máy tính Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux|X11/, 'Máy tính Linux'],
];

// Several say that they are Chrome or Safari too: the most particular name first.
const browsers: readonly [RegExp, string][] = [
  [/\bZalo/, 'trong Zalo'],
  [/FBA[NV]|FB_IAB/, 'trong Facebook'],
  [/coc_coc_browser/, 'Cốc Cốc'],
  [/SamsungBrowser/, 'trình duyệt Samsung'],
  [/UCBrowser/, 'UC Browser'],
  [/EdgA?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];

const named = (words: readonly [RegExp, string][], agent: string): string | undefined =>
  words.find(([sign]) => sign.test(agent))?.[1];

/** What a person would call the place where she is signed in, by the browser's own words: `Điện thoại Samsung, Chrome`. */
export const placeWords = (agent: string | null): string => {
  const machine = agent ? named(machines, agent) : undefined;
  const browser = agent ? named(browsers, agent) : undefined;
  if (!machine && !browser) return 'Máy không rõ';
  return [machine ?? 'Máy không rõ', browser].filter(Boolean).join(', ');
};
